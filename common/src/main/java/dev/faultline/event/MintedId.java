package dev.faultline.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Event ids that the gateway mints: UUIDs of version 7 ([RFC 9562, section
/// 5.7](https://www.rfc-editor.org/rfc/rfc9562#section-5.7)). Their first 48 bits are the time, so
/// an event can be found in the log by its id alone.
public final class MintedId {

    private MintedId() {}

    public static EventId mint(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0xFFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new EventId(new UUID(high, low).toString());
    }

    /// When this id was minted; empty if it is no UUID of version 7.
    public static Optional<Instant> mintedAt(EventId id) {
        return Uuids.parse(id.value())
                .filter(uuid -> uuid.version() == 7)
                .map(uuid -> Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16));
    }
}
