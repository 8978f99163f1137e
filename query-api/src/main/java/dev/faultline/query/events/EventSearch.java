package dev.faultline.query.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.DerivedId;
import dev.faultline.event.EventId;
import dev.faultline.event.MintedId;
import dev.faultline.event.ProjectId;
import dev.faultline.event.RawKey;
import dev.faultline.event.RawKey.Origin;
import dev.faultline.group.RawPosition;
import dev.faultline.project.EventPreparation;
import dev.faultline.topic.KeyPartition;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Finds an event's record in the log by its id alone: by the time in a minted id, by the place in
/// a derived one, and else among the last records of the partition that the id's key leads to.
final class EventSearch {

    /// How far a gateway's clock may be ahead of the broker's.
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private final RawLog log;
    private final TopicCatalog topics;
    private final EventPreparation preparation;

    EventSearch(RawLog log, TopicCatalog topics, EventPreparation preparation) {
        this.preparation = preparation;
        this.log = log;
        this.topics = topics;
    }

    Optional<LocatedEvent> find(ProjectId project, EventId id) {
        return derived(project, id).or(() -> minted(project, id)).or(() -> given(project, id));
    }

    private Optional<LocatedEvent> derived(ProjectId project, EventId id) {
        return DerivedId.place(id, topics.raw().name())
                .filter(place -> place.partition() < topics.partitions())
                .flatMap(place ->
                        log.at(
                                new TopicPartition(topics.raw().name(), place.partition()),
                                place.offset()))
                .filter(record -> new RawRecord(record).isOf(project))
                .filter(record -> new RawRecord(record).eventId(project).isEmpty())
                .map(record -> located(project, id, record));
    }

    private Optional<LocatedEvent> minted(ProjectId project, EventId id) {
        byte[] key = key(project, Origin.GATEWAY, id);
        return MintedId.mintedAt(id)
                .flatMap(time ->
                        log.firstSince(
                                partition(topics.raw().name(), key),
                                time.minus(CLOCK_SKEW),
                                record ->
                                        Arrays.equals(record.key(), key)
                                                && new RawRecord(record).isOf(project)))
                .map(record -> located(project, id, record));
    }

    private Optional<LocatedEvent> given(ProjectId project, EventId id) {
        byte[] key = key(project, Origin.CLIENT, id);
        Predicate<ConsumerRecord<byte[], byte[]>> match = names(project, id, key);
        return log.firstAmongLast(partition(topics.raw().name(), key), match)
                .or(() -> log.firstAmongLast(partition(topics.rekeyed().name(), key), match))
                .map(record -> located(project, id, record));
    }

    /// Bodies are read only where the key, or the id's bytes in the body, give reason to.
    private static Predicate<ConsumerRecord<byte[], byte[]>> names(
            ProjectId project, EventId id, byte[] key) {
        byte[] text = id.value().getBytes(UTF_8);
        return candidate -> {
            RawRecord record = new RawRecord(candidate);
            boolean possible =
                    Arrays.equals(candidate.key(), key)
                            || (record.key().isEmpty() && Bytes.contains(candidate.value(), text));
            return possible
                    && record.isOf(project)
                    && record.eventId(project).filter(id::equals).isPresent();
        };
    }

    private LocatedEvent located(
            ProjectId project, EventId id, ConsumerRecord<byte[], byte[]> record) {
        boolean direct = record.topic().equals(topics.raw().name());
        int lane = direct ? record.partition() : topics.partitions() + record.partition();
        return new LocatedEvent(
                id,
                new RawPosition(lane, record.offset()),
                new RawRecord(record).groupId(project, preparation));
    }

    private TopicPartition partition(String topic, byte[] key) {
        return new TopicPartition(topic, KeyPartition.of(key, topics.partitions()));
    }

    private static byte[] key(ProjectId project, Origin origin, EventId id) {
        return new RawKey(project, origin, id).text().getBytes(UTF_8);
    }
}
