package dev.faultline.aggregator.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.aggregator.AggregatorSettings;
import dev.faultline.aggregator.intake.RawReader.Place;
import dev.faultline.aggregator.intake.RawReader.Reading;
import dev.faultline.event.ProjectId;
import dev.faultline.event.RawKey;
import dev.faultline.group.Duplicate;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupId;
import dev.faultline.group.Occurrence;
import dev.faultline.group.Progress;
import dev.faultline.group.RawPosition;
import dev.faultline.retention.RetentionSettings;
import dev.faultline.topic.DeadLetterHeaders;
import dev.faultline.topic.KeyPartition;
import dev.faultline.topic.RawHeaders;
import dev.faultline.topic.TopicCatalog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/// Takes in one raw record after the other. Each becomes exactly one of: a fact that counts, a fact
/// that counts nothing (a duplicate), a re-keyed record (which comes back here), a dead letter; a
/// marker becomes nothing. After the first of each second it tells how far it has come.
final class IntakeProcessor implements Processor<byte[], byte[], Object, Object> {

    static final String FACTS = "write-facts";
    static final String OCCURRENCES = "write-occurrences";
    static final String DUPLICATES = "write-duplicates";
    static final String REKEYED = "write-rekeyed";
    static final String DEAD_LETTERS = "write-dead-letters";

    private static final String PROGRESS_KEY = "progress";

    private final TopicCatalog topics;
    private final String rawTopic;
    private final AggregatorSettings settings;
    private final RawReader reader;
    private final Function<ProjectId, RetentionSettings> retention;
    private final IntakeMeters meters;

    private ProcessorContext<Object, Object> context;
    private Deduplication deduplication;
    private Sampler sampler;
    private ToldTime toldTime;

    // Kafka Streams calls init before anything else.
    @SuppressWarnings("NullAway.Init")
    IntakeProcessor(
            TopicCatalog topics,
            AggregatorSettings settings,
            RawReader reader,
            Function<ProjectId, RetentionSettings> retention,
            IntakeMeters meters) {
        this.topics = topics;
        this.rawTopic = topics.raw().name();
        this.settings = settings;
        this.reader = reader;
        this.retention = retention;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        this.deduplication =
                new Deduplication(
                        context.getStateStore(Deduplication.STORE), settings.deduplication());
        this.sampler = new Sampler(settings.sampling());
        this.toldTime = new ToldTime();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        boolean direct = metadata.topic().equals(rawTopic);
        if (!RawHeaders.isMarker(record.value(), record.headers())) {
            takeIn(record, metadata, direct);
        }
        if (direct) {
            toldTime.after(metadata.partition(), record.timestamp()).ifPresent(this::tell);
        }
    }

    private void tell(Progress progress) {
        forward(
                FACTS,
                PROGRESS_KEY,
                progress,
                progress.appendTime().toEpochMilli(),
                new RecordHeaders());
    }

    private void takeIn(Record<byte[], byte[]> record, RecordMetadata metadata, boolean direct) {
        int lane = direct ? metadata.partition() : topics.partitions() + metadata.partition();
        Place place =
                new Place(
                        new RawPosition(lane, metadata.offset()),
                        Instant.ofEpochMilli(record.timestamp()));
        Optional<Record<byte[], byte[]>> cut = Oversized.cut(record);
        if (cut.isPresent()) {
            Record<byte[], byte[]> kept = cut.get();
            bury(kept, RawReader.unusable(Oversized.REASON, kept.key(), kept.headers()), place);
            return;
        }
        switch (reader.read(record.key(), record.value(), record.headers(), place)) {
            case Reading.Unusable unusable -> bury(record, unusable, place);
            case Reading.Usable usable -> take(record, usable.event(), metadata);
        }
    }

    private void take(Record<byte[], byte[]> record, RawEvent event, RecordMetadata metadata) {
        switch (event.identity()) {
            case RawEvent.Minted _, RawEvent.Derived _ -> count(event, record.timestamp());
            case RawEvent.Given given -> {
                String key = given.key().text();
                byte[] keyBytes = key.getBytes(UTF_8);
                if (KeyPartition.of(keyBytes, topics.partitions()) != metadata.partition()) {
                    forward(
                            REKEYED,
                            keyBytes,
                            record.value(),
                            record.timestamp(),
                            record.headers());
                    meters.rekeyed.increment();
                } else if (deduplication.isDuplicate(key, record.timestamp())) {
                    countNothing(event, given.key(), record.timestamp());
                } else {
                    count(event, record.timestamp());
                }
            }
        }
    }

    private void count(RawEvent raw, long timestamp) {
        meters.counted.increment();
        Fact fact = raw.fact();
        GroupId group = fact.groupId();
        forward(FACTS, group.toString(), fact, timestamp, new RecordHeaders());
        switch (sampler.sample(group, fact)) {
            case NOTHING -> {}
            case BEGINNING ->
                    keep(
                            Occurrence.cut(fact, raw.identity().id(), raw.event(), expiresOn(fact)),
                            timestamp);
            case WHOLE ->
                    keep(
                            Occurrence.whole(
                                    fact, raw.identity().id(), raw.event(), expiresOn(fact)),
                            timestamp);
        }
    }

    private LocalDate expiresOn(Fact fact) {
        return retention.apply(fact.project()).expiresOn(fact.appendTime());
    }

    private void keep(Occurrence occurrence, long timestamp) {
        forward(
                OCCURRENCES,
                occurrence.groupId().toString(),
                occurrence,
                timestamp,
                new RecordHeaders());
    }

    private void countNothing(RawEvent raw, RawKey key, long timestamp) {
        meters.duplicates.increment();
        Fact fact = raw.fact().countingNothing();
        GroupId group = fact.groupId();
        forward(FACTS, group.toString(), fact, timestamp, new RecordHeaders());
        forward(
                DUPLICATES,
                key.text(),
                new Duplicate(
                        fact.project(),
                        raw.identity().id(),
                        group,
                        fact.appendTime(),
                        fact.position()),
                timestamp,
                new RecordHeaders());
    }

    private void bury(Record<byte[], byte[]> record, Reading.Unusable unusable, Place place) {
        meters.deadLetters.increment();
        Headers headers = new RecordHeaders(record.headers());
        RawHeaders.put(headers, DeadLetterHeaders.REASON, unusable.reason());
        RawHeaders.put(headers, DeadLetterHeaders.LANE, Integer.toString(place.position().lane()));
        RawHeaders.put(headers, DeadLetterHeaders.OFFSET, Long.toString(place.position().offset()));
        if (unusable.project() != null) {
            RawHeaders.put(headers, DeadLetterHeaders.PROJECT, unusable.project().value());
        }
        if (unusable.eventId() != null) {
            RawHeaders.put(headers, DeadLetterHeaders.EVENT_ID, unusable.eventId().value());
        }
        forward(DEAD_LETTERS, record.key(), record.value(), record.timestamp(), headers);
    }

    private void forward(String sink, Object key, Object value, long timestamp, Headers headers) {
        context.forward(new Record<>(key, value, timestamp, headers), sink);
    }
}
