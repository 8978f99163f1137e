package dev.faultline.ingest;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventId;
import dev.faultline.event.MintedId;
import dev.faultline.event.ProjectId;
import dev.faultline.event.RawKey;
import dev.faultline.project.EventPreparation;
import dev.faultline.project.PreparedEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Gives an event what it needs to be published: identity, time, sender and fingerprint, and takes
/// from it what nobody may read.
final class Reception {
    private final EventPreparation preparation;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// @param random for minted ids; safe for use by many threads
    Reception(EventPreparation preparation, InstantSource clock, RandomGenerator random) {
        this.preparation = preparation;
        this.clock = clock;
        this.random = random;
    }

    /// @param header the id from the header `Idempotency-Key`
    /// @throws IllegalArgumentException with a sentence for the caller, if event and header name
    ///   different ids
    RawEvent receive(ProjectId project, ErrorEvent event, Optional<EventId> header, Sender sender) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<EventId> given = given(event, header);
        RawKey key =
                given.map(id -> new RawKey(project, RawKey.Origin.CLIENT, id))
                        .orElseGet(() ->
                                new RawKey(
                                        project,
                                        RawKey.Origin.GATEWAY,
                                        MintedId.mint(now, random)));
        PreparedEvent prepared =
                preparation.prepare(
                        project,
                        event.received(key.eventId(), now, sender.userAgent(), sender.address()));
        return new RawEvent(
                new Identity(key, prepared.fingerprint()), prepared.event(), prepared.revision());
    }

    private static Optional<EventId> given(ErrorEvent event, Optional<EventId> header) {
        Optional<EventId> own = Optional.ofNullable(event.eventId());
        if (own.isPresent() && header.isPresent() && !own.equals(header)) {
            throw new IllegalArgumentException(
                    "event_id and %s differ: give one of them".formatted(IdempotencyKey.HEADER));
        }
        return own.or(() -> header);
    }
}
