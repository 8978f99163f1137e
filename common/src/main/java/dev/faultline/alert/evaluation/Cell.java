package dev.faultline.alert.evaluation;

import org.jspecify.annotations.Nullable;

/// How many events of one kind one counter has counted in one second so far. A later cell of the
/// same counter, kind and second replaces an earlier one; only the last needs to arrive, and cells
/// of different seconds and kinds may come in any order.
///
/// @param lane the counter it comes from, from 0: several may count the same kind of events, such
///   as the partitions of a topic
/// @param group id of the group; null where groups are not told apart
/// @param second of the events' time, in seconds since 1970; a counter with longer buckets gives
///   the first second of each
/// @param generation grows when the counter has lost its counts and begins again from 0
/// @param count within the second, not what came since the last cell; at most [#MAX_COUNT]
public record Cell(
        int lane, Facets facets, @Nullable String group, long second, int generation, long count)
        implements Input {

    /// The highest count, which keeps all arithmetic exact.
    public static final long MAX_COUNT = 1_000_000_000_000L;

    public Cell {
        if (count < 0 || count > MAX_COUNT) {
            throw new IllegalArgumentException("count must be 0 to " + MAX_COUNT);
        }
        if (lane < 0) {
            throw new IllegalArgumentException("lane must not be negative");
        }
    }
}
