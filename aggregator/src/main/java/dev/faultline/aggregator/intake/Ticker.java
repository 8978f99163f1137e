package dev.faultline.aggregator.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.RawHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Marks the time in the raw topic, so that it goes on where no events come: a marker that has been
/// taken in proves that everything before it has been. Time is data; nothing else moves alerts.
///
/// Only the partitions that this process takes in are marked, by nobody else, and none while nobody
/// does. The producer is one of its own: within the transaction of Kafka Streams a marker would
/// hold up whoever reads the raw topic's committed records.
public final class Ticker implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Ticker.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration REQUEST = Duration.ofSeconds(2);
    private static final Duration DELIVERY = Duration.ofSeconds(5);
    private static final int BUFFER_BYTES = 1024 * 1024;
    private static final byte[] KEY = RawHeaders.MARKER.getBytes(UTF_8);

    private final Supplier<Collection<TopicPartition>> partitions;
    private final IntakeMeters meters;
    private final InstantSource clock;
    private final Producer<byte[], byte[]> producer;
    private final Pace pace = new Pace();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("ticker").daemon().factory());
    private volatile boolean failing;

    /// @param partitions of the raw topic that this process takes in now
    public static Ticker start(
            KafkaSettings kafka,
            Supplier<Collection<TopicPartition>> partitions,
            IntakeMeters meters,
            InstantSource clock) {
        Ticker ticker = new Ticker(partitions, meters, clock, connect(kafka));
        var _ =
                ticker.timer.scheduleAtFixedRate(
                        ticker::tick, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return ticker;
    }

    Ticker(
            Supplier<Collection<TopicPartition>> partitions,
            IntakeMeters meters,
            InstantSource clock,
            Producer<byte[], byte[]> producer) {
        this.partitions = partitions;
        this.meters = meters;
        this.clock = clock;
        this.producer = producer;
    }

    private static Producer<byte[], byte[]> connect(KafkaSettings kafka) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST.toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) BUFFER_BYTES);
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// Must not throw, or it would be the last.
    void tick() {
        try {
            if (pace.isDue(clock.instant(), meters.records())) {
                partitions.get().forEach(this::mark);
            }
        } catch (RuntimeException e) {
            sent(e);
        }
    }

    private void mark(TopicPartition partition) {
        ProducerRecord<byte[], byte[]> marker =
                new ProducerRecord<>(partition.topic(), partition.partition(), KEY, null);
        marker.headers().add(RawHeaders.MARKER, new byte[0]);
        var _ = producer.send(marker, (_, failure) -> sent(failure));
    }

    private void sent(@Nullable Exception failure) {
        if (failure != null && !failing) {
            LOGGER.warn("Time can't be marked: alerts that wait for it stand still", failure);
        } else if (failure == null && failing) {
            LOGGER.info("Time is marked again");
        }
        failing = failure != null;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        producer.close(REQUEST);
    }
}
