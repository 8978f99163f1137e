package dev.faultline.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Uuids;
import dev.faultline.group.Duplicate;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.Occurrence;
import dev.faultline.group.RawPosition;
import dev.faultline.topic.DeadLetterHeaders;
import dev.faultline.topic.RawHeaders;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Reads the records of the projected topics. What can't be read is said and left out: it must not
/// hold up what follows.
final class RecordReader {

    private final TopicCatalog topics;
    private final LeftOut leftOut;
    private final String groups;
    private final String counts;
    private final String aliases;
    private final String occurrences;
    private final String duplicates;
    private final String deadLetters;
    private final String usage;

    RecordReader(TopicCatalog topics, LeftOut leftOut) {
        this.topics = topics;
        this.leftOut = leftOut;
        this.groups = topics.groups().name();
        this.counts = topics.counts().name();
        this.aliases = topics.aliases().name();
        this.occurrences = topics.occurrences().name();
        this.duplicates = topics.duplicates().name();
        this.deadLetters = topics.deadLetter().name();
        this.usage = topics.usage().name();
    }

    List<String> topicNames() {
        return List.of(groups, counts, aliases, occurrences, duplicates, deadLetters, usage);
    }

    /// Empty if the record says nothing that we can use.
    Optional<Change> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return change(record);
        } catch (SerializationException | IllegalArgumentException e) {
            leftOut.add(
                    record.topic(),
                    "record %d of partition %d".formatted(record.offset(), record.partition()),
                    String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Change> change(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        if (topic.equals(deadLetters)) {
            return Optional.of(new Change.Uncounted(deadLetter(record)));
        }
        if (topic.equals(groups)) {
            return value(topics.groups(), record)
                    .map(RecordReader::state)
                    .or(() -> Optional.of(forgotten(record)));
        }
        if (topic.equals(counts)) {
            return value(topics.counts(), record).map(Change.Counts::new);
        }
        if (topic.equals(aliases)) {
            return value(topics.aliases(), record)
                    .<Change>map(Change.Renamed::new)
                    .or(() -> Optional.of(new Change.Unnamed(group(record))));
        }
        if (topic.equals(occurrences)) {
            return value(topics.occurrences(), record).map(RecordReader::payload);
        }
        if (topic.equals(usage)) {
            return value(topics.usage(), record).map(Change.Used::new);
        }
        return value(topics.duplicates(), record).map(RecordReader::duplicate);
    }

    private static <T> Optional<T> value(Topic<?, T> topic, ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(
                topic.valueSerde().deserializer().deserialize(topic.name(), record.value()));
    }

    private static Change state(GroupSnapshot state) {
        requirePresent(
                state.project(),
                state.groupId(),
                state.fingerprint(),
                state.status(),
                state.severity(),
                state.source(),
                state.environment(),
                state.firstSeen(),
                state.lastSeen(),
                state.createdAt(),
                state.updatedAt());
        return new Change.State(state);
    }

    /// A tombstone says in a header whose group it was.
    private static Change forgotten(ConsumerRecord<byte[], byte[]> record) {
        ProjectId project =
                RawHeaders.text(record.headers(), RawHeaders.PROJECT)
                        .map(ProjectId::new)
                        .orElse(null);
        return new Change.Forgotten(group(record), project);
    }

    private static GroupId group(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.key())
                .flatMap(key -> Uuids.parse(new String(key, UTF_8)))
                .map(GroupId::new)
                .orElseThrow(
                        () -> new IllegalArgumentException("a tombstone whose key is no group's"));
    }

    private static Change payload(Occurrence payload) {
        requirePresent(
                payload.project(),
                payload.groupId(),
                payload.eventId(),
                payload.timestamp(),
                payload.appendTime(),
                payload.position(),
                payload.message());
        return new Change.Payload(payload);
    }

    private static Change duplicate(Duplicate duplicate) {
        requirePresent(
                duplicate.project(),
                duplicate.eventId(),
                duplicate.groupId(),
                duplicate.appendTime(),
                duplicate.position());
        return new Change.Uncounted(
                new EventOutcome(
                        duplicate.position(),
                        duplicate.project().value(),
                        duplicate.eventId().value(),
                        EventOutcome.Kind.DUPLICATE,
                        duplicate.groupId().value(),
                        null,
                        duplicate.appendTime()));
    }

    private static EventOutcome deadLetter(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        return new EventOutcome(
                new RawPosition(
                        Math.toIntExact(number(headers, DeadLetterHeaders.LANE)),
                        number(headers, DeadLetterHeaders.OFFSET)),
                RawHeaders.text(headers, DeadLetterHeaders.PROJECT).orElse(null),
                RawHeaders.text(headers, DeadLetterHeaders.EVENT_ID).orElse(null),
                EventOutcome.Kind.DEAD_LETTER,
                null,
                RawHeaders.text(headers, DeadLetterHeaders.REASON).orElse(null),
                Instant.ofEpochMilli(record.timestamp()));
    }

    /// JSON can leave out what the types promise.
    private static void requirePresent(@Nullable Object... values) {
        for (Object value : values) {
            if (value == null) {
                throw new IllegalArgumentException("a required value is absent");
            }
        }
    }

    private static long number(Headers headers, String name) {
        return RawHeaders.text(headers, name)
                .map(Long::parseLong)
                .orElseThrow(() -> new IllegalArgumentException("header " + name + " is absent"));
    }
}
