package dev.faultline.benchmarks.bench;

import dev.faultline.benchmarks.measure.Latencies;
import dev.faultline.benchmarks.workload.Event;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes into the raw topic, as a service without our gateway does. */
final class KafkaChannel implements Channel {

    /** Key form of events with an id of their own: they need no re-keying. */
    private static final String KEY_PREFIX = "default|c|";

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final GroundTruth truth;
    private final Latencies latencies;
    private final AtomicLong underWay = new AtomicLong();

    KafkaChannel(
            Producer<String, byte[]> producer,
            String topic,
            GroundTruth truth,
            Latencies latencies) {
        this.producer = producer;
        this.topic = topic;
        this.truth = truth;
        this.latencies = latencies;
    }

    /** Connects to Kafka at the bootstrap address. */
    static KafkaChannel connect(
            String bootstrap, String topic, GroundTruth truth, Latencies latencies) {
        var producer =
                new KafkaProducer<>(
                        settings(bootstrap), new StringSerializer(), new ByteArraySerializer());
        return new KafkaChannel(producer, topic, truth, latencies);
    }

    @Override
    public int eventsPerCall() {
        return 1;
    }

    @Override
    public void send(List<Event> events, long intended) {
        Event event = events.getFirst();
        var record = new ProducerRecord<>(topic, KEY_PREFIX + event.id(), event.body());
        long from = intended == UNPACED ? System.nanoTime() : intended;
        underWay.incrementAndGet();
        try {
            var _ =
                    producer.send(
                            record,
                            (_, failure) -> {
                                latencies.record(System.nanoTime() - from);
                                if (failure == null) {
                                    truth.accepted(event.group());
                                } else {
                                    truth.uncertain(event.group(), failure.toString());
                                }
                                underWay.decrementAndGet();
                            });
        } catch (KafkaException notSent) {
            truth.rejected(notSent.toString());
            underWay.decrementAndGet();
        }
    }

    @Override
    public boolean awaitAnswers(Duration timeout) {
        // Ends by itself: no record outlives the delivery timeout.
        producer.flush();
        return underWay.get() == 0;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static Properties settings(String bootstrap) {
        var settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }
}
