package dev.faultline.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.audit.AuditEntry;
import dev.faultline.event.Uuids;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.query.audit.AuditRepository.ReadLine;
import dev.faultline.topic.Topic;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Appends what is in the topic of the audit trail to the table, on its own thread, and takes out
/// what is a year old. Several processes share the work. While the database is away the topic keeps
/// the lines; a line that comes twice is appended once.
final class AuditProjector implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(AuditProjector.class);
    private static final Duration RETENTION = Duration.ofDays(365);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final int BATCH = 200;

    private final KafkaSettings kafka;
    private final Topic<String, byte[]> topic;
    private final String groupId;
    private final AuditRepository repository;
    private final InstantSource clock;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private @Nullable Thread thread;
    private boolean failing;
    private long sweptNanos = System.nanoTime() - BETWEEN_SWEEPS.toNanos();

    AuditProjector(
            KafkaSettings kafka,
            Topic<String, byte[]> topic,
            String groupId,
            AuditRepository repository,
            InstantSource clock) {
        this.kafka = kafka;
        this.topic = topic;
        this.groupId = groupId;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("audit-log").daemon().start(this::run);
    }

    private void run() {
        while (isRunning()) {
            try (Consumer<String, byte[]> next = connect()) {
                consumer = next;
                next.subscribe(List.of(topic.name()));
                while (isRunning()) {
                    step(next);
                }
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void step(Consumer<String, byte[]> from) {
        ConsumerRecords<String, byte[]> records = from.poll(POLL);
        List<ReadLine> lines =
                StreamSupport.stream(records.spliterator(), false)
                        .map(AuditProjector::read)
                        .flatMap(Optional::stream)
                        .toList();
        if (!lines.isEmpty()) {
            repository.append(lines);
        }
        if (!records.isEmpty()) {
            from.commitSync();
        }
        sweep();
        if (failing) {
            LOGGER.info("The audit log is written again");
            failing = false;
        }
    }

    private static Optional<ReadLine> read(ConsumerRecord<String, byte[]> record) {
        try {
            AuditEntry entry = AuditEntry.read(record.value());
            return Optional.of(
                    new ReadLine(
                            Uuids.parse(entry.id())
                                    .orElseThrow(() -> new IllegalArgumentException("its id")),
                            entry,
                            new String(record.value(), UTF_8)));
        } catch (IllegalArgumentException e) {
            LOGGER.error(
                    "A line of the audit trail can't be read: {}-{}, offset {} ({})",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private void sweep() {
        if (System.nanoTime() - sweptNanos >= BETWEEN_SWEEPS.toNanos()) {
            repository.forgetBefore(clock.instant().minus(RETENTION));
            sweptNanos = System.nanoTime();
        }
    }

    private Consumer<String, byte[]> connect() {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        return new KafkaConsumer<>(
                properties, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
    }

    private void failed(RuntimeException e) {
        if (isRunning() && !failing) {
            LOGGER.warn("The audit log waits, the topic keeps its lines", e);
        }
        failing = true;
        try {
            var _ = stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        Consumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        if (thread != null) {
            try {
                var _ = thread.join(STOP);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }
}
