package dev.faultline.aggregator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.topic.RawHeaders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TickerTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final IntakeMeters meters = new IntakeMeters(new SimpleMeterRegistry());
    private final Collection<TopicPartition> mine = new ArrayList<>();
    private final Ticker ticker = new Ticker(() -> mine, meters, () -> NOON, producer);

    @AfterEach
    void close() {
        ticker.close();
    }

    @Test
    void marksThePartitionsThatItsProcessTakesIn() {
        mine.add(new TopicPartition("raw", 2));
        mine.add(new TopicPartition("raw", 5));

        ticker.tick();

        assertThat(producer.history()).extracting(ProducerRecord::partition).containsExactly(2, 5);
        assertThat(producer.history())
                .allMatch(record -> RawHeaders.isMarker(record.value(), record.headers()));
    }

    @Test
    void goesOnWhenKafkaFails() {
        mine.add(new TopicPartition("raw", 0));
        producer.sendException = new KafkaException("away");
        ticker.tick();
        producer.sendException = null;
        meters.counted.increment();

        ticker.tick();

        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void marksNothingWhereItsProcessTakesInNothing() {
        ticker.tick();

        assertThat(producer.history()).isEqualTo(List.of());
    }
}
