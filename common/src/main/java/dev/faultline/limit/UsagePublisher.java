package dev.faultline.limit;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.Topic;
import dev.faultline.usage.KeyUsage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes what keys used, four times a second, if they used anything. What Kafka does not take
/// goes back into the ledger and is told later; it may then be counted twice, if Kafka had taken it
/// after all.
final class UsagePublisher implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(UsagePublisher.class);
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final int BLOCK_MILLIS = 1_000;
    private static final int REQUEST_MILLIS = 2_000;
    private static final int DELIVERY_MILLIS = 5_000;
    private static final int BUFFER_BYTES = 4 * 1024 * 1024;

    private final UsageLedger ledger;
    private final Topic<String, KeyUsage> topic;
    private final Producer<String, KeyUsage> producer;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("usage-publisher").daemon().factory());
    private volatile boolean failing;

    UsagePublisher(
            UsageLedger ledger,
            Topic<String, KeyUsage> topic,
            Producer<String, KeyUsage> producer) {
        this.ledger = ledger;
        this.topic = topic;
        this.producer = producer;
    }

    static UsagePublisher start(
            UsageLedger ledger, KafkaSettings kafka, Topic<String, KeyUsage> topic) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        UsagePublisher publisher =
                new UsagePublisher(
                        ledger,
                        topic,
                        new KafkaProducer<>(
                                properties,
                                topic.keySerde().serializer(),
                                topic.valueSerde().serializer()));
        publisher.start();
        return publisher;
    }

    private void start() {
        var _ =
                timer.scheduleWithFixedDelay(
                        this::publish,
                        INTERVAL.toMillis(),
                        INTERVAL.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// Never throws: that would end the timer.
    void publish() {
        ledger.drain().forEach(this::publish);
    }

    private void publish(KeyUsage usage) {
        try {
            var _ =
                    producer.send(
                            new ProducerRecord<>(topic.name(), usage.keyId(), usage),
                            (_, failure) -> sent(usage, failure));
        } catch (RuntimeException e) {
            sent(usage, e);
        }
    }

    private void sent(KeyUsage usage, @Nullable Exception failure) {
        if (failure == null) {
            if (failing) {
                failing = false;
                LOGGER.info("What keys use is told again");
            }
            return;
        }
        ledger.takeBack(usage);
        if (!failing) {
            failing = true;
            LOGGER.warn(
                    "What keys use can't be told now: each process counts for itself ({})",
                    String.valueOf(failure.getMessage()));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        publish();
        producer.close(CLOSE);
    }
}
