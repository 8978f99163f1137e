package dev.faultline.query.recovery;

import dev.faultline.event.DerivedId;
import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventId;
import dev.faultline.event.EventTime;
import dev.faultline.group.Occurrence;
import dev.faultline.group.RawPosition;
import dev.faultline.project.EventPreparation;
import dev.faultline.query.events.RawLog;
import dev.faultline.query.events.RawRecord;
import dev.faultline.topic.TopicCatalog;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The payloads of a group's last events, as the log has them.
final class LoggedPayloads {

    private static final String GONE = "[The payload of this error is no longer kept]";

    private final RawLog log;
    private final TopicCatalog topics;
    private final EventPreparation preparation;

    LoggedPayloads(RawLog log, TopicCatalog topics, EventPreparation preparation) {
        this.preparation = preparation;
        this.log = log;
        this.topics = topics;
    }

    /// The latest of them; a stand-in where the log does not keep them any more.
    Occurrence latest(GroupWithoutPayload group) {
        return group.positions().stream()
                .flatMap(position -> read(group, position).stream())
                .max(Comparator.comparing(Occurrence::timestamp))
                .orElseGet(() -> gone(group));
    }

    private Optional<Occurrence> read(GroupWithoutPayload group, RawPosition position) {
        return log.at(position)
                .filter(record -> group.isTakenFrom(record.appendTime()))
                .flatMap(record ->
                        record.event()
                                // A direct publisher's is not scrubbed in the log.
                                .map(event -> preparation.prepare(group.project(), event).event())
                                .map(event -> payload(group, position, record, event)));
    }

    private Occurrence payload(
            GroupWithoutPayload group, RawPosition position, RawRecord record, ErrorEvent event) {
        Instant appended = record.appendTime();
        return Occurrence.whole(
                group.project(),
                group.id(),
                record.eventId(group.project()).orElseGet(() -> derived(position)),
                EventTime.clamp(event.timestamp(), appended),
                appended,
                position,
                event,
                preparation.retention(group.project()).expiresOn(appended));
    }

    private Occurrence gone(GroupWithoutPayload group) {
        RawPosition position = group.positions().getFirst();
        return new Occurrence(
                group.project(),
                group.id(),
                derived(position),
                group.lastSeen(),
                group.updatedAt(),
                position,
                GONE,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Map.of(),
                true,
                null,
                null,
                null,
                preparation.retention(group.project()).expiresOn(group.updatedAt()));
    }

    private EventId derived(RawPosition position) {
        return DerivedId.of(topics.raw().name(), position.lane(), position.offset());
    }
}
