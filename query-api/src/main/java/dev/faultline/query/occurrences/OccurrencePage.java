package dev.faultline.query.occurrences;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a group's occurrences, the newest first.
///
/// @param seen events that were counted
/// @param kept how many of them can be looked at
/// @param next what to ask for as `before` to get the next page; null on the last
record OccurrencePage(
        List<KeptOccurrence> occurrences, long seen, long kept, int limit, @Nullable String next) {

    OccurrencePage {
        occurrences = List.copyOf(occurrences);
    }
}
