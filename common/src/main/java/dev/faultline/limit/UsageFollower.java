package dev.faultline.limit;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.Topic;
import dev.faultline.usage.KeyUsage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what keys use at other processes. It begins with the last minute, so that a process that
/// is restarted, too, knows what its keys have used. While Kafka is away, each process counts for
/// itself.
final class UsageFollower implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(UsageFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(2);
    private static final int API_MILLIS = 5_000;
    private static final int RECONNECT_MILLIS = 500;
    private static final int FETCH_BYTES = 1024 * 1024;

    private final RateLimiter limiter;
    private final String ownProcess;
    private final Map<String, Object> properties;
    private final Topic<String, KeyUsage> topic;
    private final InstantSource clock;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("usage-follower").daemon().unstarted(this::run);
    private volatile @Nullable Consumer<String, KeyUsage> open;
    private boolean failing;

    private UsageFollower(
            RateLimiter limiter,
            String ownProcess,
            Map<String, Object> properties,
            Topic<String, KeyUsage> topic,
            InstantSource clock) {
        this.limiter = limiter;
        this.ownProcess = ownProcess;
        this.properties = properties;
        this.topic = topic;
        this.clock = clock;
    }

    /// @param ownProcess whose usage is counted already
    static UsageFollower start(
            RateLimiter limiter,
            String ownProcess,
            KafkaSettings kafka,
            Topic<String, KeyUsage> topic,
            InstantSource clock) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_MILLIS);
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MILLIS);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        UsageFollower follower = new UsageFollower(limiter, ownProcess, properties, topic, clock);
        follower.thread.start();
        return follower;
    }

    private void run() {
        while (isOpen()) {
            try (Consumer<String, KeyUsage> consumer = connect()) {
                open = consumer;
                follow(consumer);
            } catch (RuntimeException e) {
                failed(e);
                pause();
            }
        }
    }

    private Consumer<String, KeyUsage> connect() {
        return new KafkaConsumer<>(
                properties, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
    }

    private void follow(Consumer<String, KeyUsage> consumer) {
        List<TopicPartition> partitions =
                IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                        .toList();
        consumer.assign(partitions);
        if (next.isEmpty()) {
            next.putAll(aMinuteAgo(consumer, partitions));
        }
        next.forEach(consumer::seek);
        while (isOpen()) {
            try {
                ConsumerRecords<String, KeyUsage> records = consumer.poll(POLL);
                records.forEach(this::take);
                records.nextOffsets().forEach((partition, at) -> next.put(partition, at.offset()));
                recovered();
            } catch (RecordDeserializationException e) {
                // What a newer version writes, say. The limits do without.
                consumer.seek(e.topicPartition(), e.offset() + 1);
            }
        }
    }

    private Map<TopicPartition, Long> aMinuteAgo(
            Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        long since = clock.instant().minusSeconds(SlidingWindow.SECONDS).toEpochMilli();
        Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
        consumer.offsetsForTimes(
                        partitions.stream()
                                .collect(Collectors.toMap(Function.identity(), _ -> since)))
                .forEach((partition, first) -> {
                    if (first != null) {
                        offsets.put(partition, first.offset());
                    }
                });
        return offsets;
    }

    private void take(ConsumerRecord<String, KeyUsage> record) {
        KeyUsage usage = record.value();
        if (usage != null && !usage.process().equals(ownProcess)) {
            limiter.count(usage);
        }
    }

    private void failed(RuntimeException e) {
        if (isOpen() && !failing) {
            LOGGER.warn(
                    "What keys use elsewhere can't be seen now: each process counts for itself", e);
        }
        failing = true;
    }

    private void recovered() {
        if (failing) {
            LOGGER.info("What keys use elsewhere is counted again");
        }
        failing = false;
    }

    private void pause() {
        try {
            var _ = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<String, KeyUsage> current = open;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
