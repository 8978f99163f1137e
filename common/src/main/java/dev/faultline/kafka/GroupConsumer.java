package dev.faultline.kafka;

import dev.faultline.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Takes the records of a topic on a thread of its own, from the start of the process to its end.
/// Several processes of the same group share the partitions.
///
/// Offsets are committed after what they stand for is stored, so after a crash some records come
/// again: taking one twice has to change nothing. While records can't be stored, the topic keeps
/// them, and they are tried again every second.
public final class GroupConsumer implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(GroupConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final int SESSION_MILLIS = 10_000;
    private static final int HEARTBEAT_MILLIS = 3_000;
    private static final int MOST_RECORDS = 100;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final KafkaSettings kafka;
    private final String topic;
    private final String groupId;
    private final Work work;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private @Nullable Thread thread;
    private boolean failing;
    private boolean uncommitted;

    /// @param groupId never change it on a running installation
    public GroupConsumer(KafkaSettings kafka, Topic<?, ?> topic, String groupId, Work work) {
        this.kafka = kafka;
        this.topic = topic.name();
        this.groupId = groupId;
        this.work = work;
    }

    /// What is done with the records. It is called by one thread.
    public interface Work {

        /// Is called several times a second, also if there are no records. What can't be read must
        /// not hold up what follows: it is to be said and left out.
        ///
        /// @param records at most 100
        /// @return whether all that was taken until now is stored
        /// @throws RuntimeException if it can't be stored now; then what was taken since it was
        ///   stored last comes again
        boolean take(ConsumerRecords<byte[], byte[]> records);

        /// Partitions come or go: what was taken and is not stored is not ours any more, or comes
        /// again.
        default void forget() {}
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name(groupId).daemon().start(this::run);
    }

    private void run() {
        while (isRunning()) {
            try (Consumer<byte[], byte[]> next = connect()) {
                consumer = next;
                begin();
                next.subscribe(List.of(topic), new Rebalance());
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
        uncommitted |= !records.isEmpty();
        if (!work.take(records)) {
            return;
        }
        if (uncommitted) {
            from.commitSync();
            uncommitted = false;
        }
        if (failing) {
            LOGGER.info("{} is taken in again", topic);
            failing = false;
        }
    }

    private void begin() {
        work.forget();
        uncommitted = false;
    }

    private Consumer<byte[], byte[]> connect() {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Whatever nobody has taken yet, however old it is.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /// Whoever has a partition next begins where it was committed last.
    private final class Rebalance implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            begin();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            begin();
        }
    }

    private void failed(RuntimeException e) {
        if (isRunning() && !failing) {
            LOGGER.warn("{} can't be taken in now, it keeps its records", topic, e);
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
