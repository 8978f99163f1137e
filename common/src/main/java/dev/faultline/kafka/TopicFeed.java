package dev.faultline.kafka;

import dev.faultline.startup.StartupException;
import dev.faultline.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows a compacted topic from its beginning, so that a stage has in memory what the topic says.
///
/// Every stage reads all of it, without a consumer group. If Kafka fails, it begins anew: reading a
/// record twice has to change nothing.
public final class TopicFeed implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(TopicFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration API_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final Duration END = Duration.ofSeconds(2);

    private final KafkaSettings kafka;
    private final Topic<String, byte[]> topic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Reader reader;
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("topic-feed").daemon().unstarted(this::run);
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private volatile @Nullable RuntimeException failure;

    /// @param consumers makes a new one each time
    public TopicFeed(
            KafkaSettings kafka,
            Topic<String, byte[]> topic,
            Reader reader,
            Supplier<Consumer<String, byte[]>> consumers) {
        this.kafka = kafka;
        this.topic = topic;
        this.reader = reader;
        this.consumers = consumers;
    }

    /// Returns when what is in the topic has been read.
    ///
    /// @throws StartupException if that takes longer than a start may wait for Kafka
    public static TopicFeed start(KafkaSettings kafka, Topic<String, byte[]> topic, Reader reader) {
        return new TopicFeed(kafka, topic, reader, () -> connect(kafka, topic)).start();
    }

    /// Returns when what is in the topic has been read.
    ///
    /// @throws StartupException if that takes longer than a start may wait for Kafka
    public TopicFeed start() {
        thread.start();
        if (!isReadInTime()) {
            close();
            throw notRead();
        }
        return this;
    }

    private boolean isReadInTime() {
        try {
            return read.await(kafka.startupTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        while (isOpen()) {
            try (Consumer<String, byte[]> next = consumers.get()) {
                consumer = next;
                follow(next);
            } catch (RuntimeException e) {
                failed(e);
                pause();
            }
        }
    }

    private static Consumer<String, byte[]> connect(
            KafkaSettings kafka, Topic<String, byte[]> topic) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) API_TIMEOUT.toMillis());
        // Back soon after Kafka is back.
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT.toMillis());
        return new KafkaConsumer<>(
                properties, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
    }

    private void follow(Consumer<String, byte[]> from) {
        List<TopicPartition> partitions =
                IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                        .toList();
        from.assign(partitions);
        from.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = from.endOffsets(partitions);
        while (isOpen()) {
            if (read.getCount() > 0 && hasPassed(from, ends)) {
                read.countDown();
            }
            from.poll(POLL).forEach(this::take);
            recovered();
        }
    }

    private static boolean hasPassed(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /// A record that can't be read costs its change: what was before it stays in force.
    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            reader.take(String.valueOf(record.key()), record.value(), record.offset() + 1);
        } catch (IllegalArgumentException e) {
            LOGGER.warn(
                    "Record {} at {}-{}, offset {}, can't be read: what was before it stays in"
                            + " force ({})",
                    record.key(),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private void failed(RuntimeException e) {
        if (isOpen() && failure == null) {
            LOGGER.warn("Changes in {} can't be seen now, what is known stays", topic.name(), e);
        }
        failure = e;
    }

    private void recovered() {
        if (failure != null) {
            LOGGER.info("{} is followed again", topic.name());
        }
        failure = null;
    }

    private void pause() {
        try {
            var _ = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private StartupException notRead() {
        RuntimeException cause = failure;
        String why = cause == null ? "no answer in time" : String.valueOf(cause.getMessage());
        return new StartupException(
                "Topic %s at %s can't be read (%s): check that Kafka's brokers are up and reachable under their advertised names."
                        .formatted(topic.name(), kafka.bootstrapServers(), why));
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes over what a record says. It is called by one thread, in the order of each key's
    /// records.
    public interface Reader {

        /// @param value null if the key has nothing any more
        /// @param revision grows with every record of the same key
        /// @throws IllegalArgumentException if the record can't be read; why
        void take(String key, byte @Nullable [] value, long revision);
    }
}
