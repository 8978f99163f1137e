package dev.faultline.alerting.cells;

import dev.faultline.alert.message.AlertInput;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Reads what alert rules are evaluated by into the database, on its own thread, and sees to it
/// that it does not grow. Several processes share the partitions. Offsets are committed after what
/// they stand for is stored; what is read twice changes nothing.
final class CellProjector implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(CellProjector.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Duration SESSION = Duration.ofSeconds(10);
    private static final Duration BETWEEN_HOUSEKEEPING = Duration.ofMinutes(1);

    /// Of up to 1,000 cells each.
    private static final int MOST_RECORDS = 100;

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final KafkaSettings kafka;
    private final Topic<String, AlertInput> topic;
    private final String groupId;
    private final Supplier<CellProjection> projections;
    private final CellHousekeeping housekeeping;
    private final Duration flushInterval;
    private final Counter taken;

    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private @Nullable Thread thread;
    private CellProjection projection;
    private boolean failing;
    private long storedNanos = System.nanoTime();
    private long housekeptNanos = System.nanoTime() - BETWEEN_HOUSEKEEPING.toNanos();

    /// @param projections makes one that knows nothing
    CellProjector(
            KafkaSettings kafka,
            Topic<String, AlertInput> topic,
            String groupId,
            Supplier<CellProjection> projections,
            CellHousekeeping housekeeping,
            Duration flushInterval,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.topic = topic;
        this.groupId = groupId;
        this.projections = projections;
        this.projection = projections.get();
        this.housekeeping = housekeeping;
        this.flushInterval = flushInterval;
        this.taken = meters.counter("faultline.alert.inputs");
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("alert-cells").daemon().start(this::run);
    }

    private void run() {
        while (isRunning()) {
            try (Consumer<byte[], byte[]> next = connect()) {
                consumer = next;
                next.subscribe(List.of(topic.name()), new Rebalance());
                projection = projections.get();
                while (isRunning()) {
                    step(next);
                }
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void step(Consumer<byte[], byte[]> from) {
        from.poll(POLL).forEach(this::take);
        if (projection.isFull() || hasPassed(flushInterval, storedNanos)) {
            projection.store();
            from.commitSync();
            storedNanos = System.nanoTime();
            if (failing) {
                LOGGER.info("Counts for alert rules are kept again");
                failing = false;
            }
        }
        if (hasPassed(BETWEEN_HOUSEKEEPING, housekeptNanos)) {
            housekeeping.run();
            housekeptNanos = System.nanoTime();
        }
    }

    private static boolean hasPassed(Duration time, long sinceNanos) {
        return System.nanoTime() - sinceNanos >= time.toNanos();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            AlertInput input =
                    topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            if (input != null) {
                projection.take(record.partition(), input);
                taken.increment();
            }
        } catch (SerializationException e) {
            LOGGER.error(
                    "Counts for alert rules can't be read: {}-{}, offset {} ({})",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private Consumer<byte[], byte[]> connect() {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /// Whoever has a partition next begins where it was stored last, and so does this process.
    private final class Rebalance implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            projection = projections.get();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            projection = projections.get();
        }
    }

    private void failed(RuntimeException e) {
        if (isRunning() && !failing) {
            LOGGER.warn("Counts for alert rules wait in their topic", e);
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
        Consumer<byte[], byte[]> current = consumer;
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
