package dev.faultline.event;

import java.util.Optional;
import java.util.UUID;

/// Event ids of direct publishers that give none: UUIDs of version 8 ([RFC 9562, section
/// 5.8](https://www.rfc-editor.org/rfc/rfc9562#section-5.8)) that spell the raw record's place.
///
/// The layout: 36 bits hash of the topic's name, 12 bits partition, the version, 12 bits of zero,
/// the variant, 62 bits offset. A producer that sends the same error again gets another place, so
/// another id: it counts twice.
public final class DerivedId {

    private static final int MAX_PARTITION = 0xFFF;
    private static final long OFFSET_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private DerivedId() {}

    /// The id of the record at this place.
    ///
    /// @param partition 0 to 4095
    public static EventId of(String topic, int partition, long offset) {
        if (partition < 0 || partition > MAX_PARTITION) {
            throw new IllegalArgumentException("partition must be 0 to " + MAX_PARTITION);
        }
        long high = topicBits(topic) | ((long) partition << 16) | 0x8000L;
        long low = (offset & OFFSET_MASK) | 0x8000_0000_0000_0000L;
        return new EventId(new UUID(high, low).toString());
    }

    /// Where the record of this id stands in the topic; empty if the id was not derived from this
    /// topic.
    public static Optional<Place> place(EventId id, String topic) {
        return Uuids.parse(id.value())
                .map(uuid ->
                        new Place(
                                (int) (uuid.getMostSignificantBits() >>> 16) & MAX_PARTITION,
                                uuid.getLeastSignificantBits() & OFFSET_MASK))
                .filter(place -> of(topic, place.partition(), place.offset()).equals(id));
    }

    private static long topicBits(String topic) {
        return NameUuid.of(new UUID(0, 0), topic).getMostSignificantBits() & 0xFFFF_FFFF_F000_0000L;
    }

    /// A record's place in a topic.
    public record Place(int partition, long offset) {}
}
