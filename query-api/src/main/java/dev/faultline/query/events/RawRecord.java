package dev.faultline.query.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventId;
import dev.faultline.event.EventJson;
import dev.faultline.event.EventReading;
import dev.faultline.event.ProjectId;
import dev.faultline.event.RawKey;
import dev.faultline.group.GroupId;
import dev.faultline.project.EventPreparation;
import dev.faultline.topic.RawHeaders;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A raw record, read as the aggregator reads it.
public record RawRecord(ConsumerRecord<byte[], byte[]> record) {

    /// Whether it belongs to this project; a record without the header is the default project's.
    public boolean isOf(ProjectId project) {
        return RawHeaders.text(record.headers(), RawHeaders.PROJECT)
                .orElse(ProjectId.DEFAULT.value())
                .equals(project.value());
    }

    public Optional<RawKey> key() {
        return record.key() == null
                ? Optional.empty()
                : RawKey.parse(new String(record.key(), UTF_8));
    }

    /// The id that it names, in its body or else in its key; empty if it names none.
    public Optional<EventId> eventId(ProjectId project) {
        return event().map(ErrorEvent::eventId)
                .or(() -> key().filter(k -> k.project().equals(project)).map(RawKey::eventId));
    }

    /// An id of the group it belongs to, perhaps an alias: the one that was answered, where there
    /// was an answer. Empty if it holds no event.
    ///
    /// @param preparation does what the aggregator does with an event that no gateway has seen
    Optional<GroupId> groupId(ProjectId project, EventPreparation preparation) {
        return RawHeaders.fingerprint(record.headers())
                .or(() -> event().map(event -> preparation.prepare(project, event).fingerprint()))
                .map(fingerprint -> GroupId.of(project, fingerprint));
    }

    /// When the broker received it.
    public Instant appendTime() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /// Empty if it holds no event.
    public Optional<ErrorEvent> event() {
        if (record.value() == null) {
            return Optional.empty();
        }
        return switch (EventJson.readRecord(record.value())) {
            case EventReading.Accepted accepted -> Optional.of(accepted.event());
            case EventReading.Rejected _ -> Optional.empty();
        };
    }
}
