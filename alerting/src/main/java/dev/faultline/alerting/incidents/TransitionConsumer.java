package dev.faultline.alerting.incidents;

import dev.faultline.alert.message.AlertTransition;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Follows the topic of transitions on its own thread. Several processes share the partitions. An
/// offset is committed after what its records caused is in the database; if a process dies in
/// between they come again, and are known. While the database is away the topic keeps them.
final class TransitionConsumer implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(TransitionConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final int SESSION_MILLIS = 10_000;
    private static final int HEARTBEAT_MILLIS = 3_000;
    private static final int BATCH = 100;

    private final KafkaSettings kafka;
    private final Topic<String, AlertTransition> topic;
    private final String groupId;
    private final TransitionReader reader;
    private final Transitions transitions;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private @Nullable Thread thread;
    private boolean failing;

    TransitionConsumer(
            KafkaSettings kafka,
            Topic<String, AlertTransition> topic,
            String groupId,
            TransitionReader reader,
            Transitions transitions) {
        this.kafka = kafka;
        this.topic = topic;
        this.groupId = groupId;
        this.reader = reader;
        this.transitions = transitions;
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("incidents").daemon().start(this::run);
    }

    private void run() {
        while (isRunning()) {
            try (Consumer<byte[], byte[]> next = connect()) {
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

    private void step(Consumer<byte[], byte[]> from) {
        ConsumerRecords<byte[], byte[]> records = from.poll(POLL);
        List<AlertTransition> readable =
                StreamSupport.stream(records.spliterator(), false)
                        .map(reader::read)
                        .flatMap(Optional::stream)
                        .toList();
        if (!readable.isEmpty()) {
            transitions.take(readable);
        }
        if (!records.isEmpty()) {
            from.commitSync();
        }
        if (failing) {
            LOGGER.info("Alerts become incidents again");
            failing = false;
        }
    }

    private Consumer<byte[], byte[]> connect() {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // What nobody has taken must be told, however old it is; what was taken is known by its id.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void failed(RuntimeException e) {
        if (isRunning() && !failing) {
            LOGGER.warn("Alerts don't become incidents now, the topic keeps them", e);
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
