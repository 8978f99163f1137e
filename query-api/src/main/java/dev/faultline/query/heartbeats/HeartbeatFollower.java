package dev.faultline.query.heartbeats;

import dev.faultline.heartbeat.Heartbeat;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Follows the topic of heartbeats on its own thread, without a consumer group: every query API
/// hears all of them. Begins some minutes back, so that what it knows after a restart is complete.
final class HeartbeatFollower implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(HeartbeatFollower.class);
    private static final Duration LOOK_BACK = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration API_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration END = Duration.ofSeconds(2);

    private final KafkaSettings kafka;
    private final Topic<String, Heartbeat> topic;
    private final Instances instances;
    private final MinuteBook minutes;
    private final InstantSource clock;
    private final Instant from;

    /// The next offset of each partition, once one of it was read: nothing is counted twice.
    private final Map<TopicPartition, Long> next = new HashMap<>();

    private volatile boolean running;
    private volatile @Nullable Consumer<String, Heartbeat> consumer;
    private @Nullable Thread thread;
    private boolean failing;

    HeartbeatFollower(
            KafkaSettings kafka,
            Topic<String, Heartbeat> topic,
            Instances instances,
            MinuteBook minutes,
            InstantSource clock) {
        this.kafka = kafka;
        this.topic = topic;
        this.instances = instances;
        this.minutes = minutes;
        this.clock = clock;
        this.from = clock.instant().minus(LOOK_BACK).truncatedTo(ChronoUnit.MINUTES);
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("heartbeat-follower").daemon().start(this::run);
    }

    private void run() {
        while (running) {
            try (Consumer<String, Heartbeat> connected = connect()) {
                consumer = connected;
                follow(connected);
            } catch (RuntimeException e) {
                failed(e);
                pause();
            }
        }
    }

    private Consumer<String, Heartbeat> connect() {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) API_TIMEOUT.toMillis());
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        return new KafkaConsumer<>(
                properties, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
    }

    private void follow(Consumer<String, Heartbeat> consumer) {
        List<TopicPartition> partitions =
                IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                        .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        seek(consumer, partitions, ends);
        while (running) {
            try {
                consumer.poll(POLL).forEach(record -> take(record, ends));
                recovered();
            } catch (RecordDeserializationException e) {
                LOGGER.warn("A heartbeat can't be read: {}", e.getMessage());
                consumer.seek(e.topicPartition(), e.offset() + 1);
            }
        }
    }

    /// To the minute before the first that is kept: the first heartbeat only says from where to
    /// count.
    private void seek(
            Consumer<String, Heartbeat> consumer,
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> moments = new HashMap<>();
        partitions.forEach(p -> moments.put(p, from.minusSeconds(60).toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(moments);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp offset = found.get(partition);
            long begin = offset == null ? end(ends, partition) : offset.offset();
            consumer.seek(partition, next.getOrDefault(partition, begin));
        }
    }

    /// What was there before we listened came at the broker's time, the rest comes now.
    private void take(ConsumerRecord<String, Heartbeat> record, Map<TopicPartition, Long> ends) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        next.put(partition, record.offset() + 1);
        if (record.value() == null) {
            return;
        }
        Instant at =
                record.offset() < end(ends, partition)
                        ? Instant.ofEpochMilli(record.timestamp())
                        : clock.instant();
        instances.take(record.value(), at);
        minutes.take(record.value(), at, from);
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return Objects.requireNonNull(ends.get(partition), "Kafka tells the end of each");
    }

    private void failed(RuntimeException e) {
        if (running && !failing) {
            LOGGER.warn("Heartbeats can't be heard now", e);
        }
        failing = true;
    }

    private void recovered() {
        if (failing) {
            LOGGER.info("Heartbeats are heard again");
        }
        failing = false;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            running = false;
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Consumer<String, Heartbeat> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        if (thread != null) {
            try {
                thread.join(END);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
