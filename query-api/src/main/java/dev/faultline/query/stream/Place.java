package dev.faultline.query.stream;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Where a record of the streamed topics stands.
///
/// @param lane the occurrences' partition, or the number of partitions plus the groups' partition
/// @param offset in that partition
record Place(int lane, long offset) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::lane).thenComparingLong(Place::offset);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /// The lowest offset among what is held of a lane; empty if nothing is.
    static OptionalLong lowest(NavigableMap<Place, ?> held, int lane) {
        @Nullable Place first = held.ceilingKey(new Place(lane, 0));
        return first == null || first.lane() != lane
                ? OptionalLong.empty()
                : OptionalLong.of(first.offset());
    }
}
