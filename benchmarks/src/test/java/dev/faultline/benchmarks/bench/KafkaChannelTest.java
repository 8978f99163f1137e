package dev.faultline.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmarks.measure.Latencies;
import dev.faultline.benchmarks.workload.Event;
import dev.faultline.benchmarks.workload.GroupCatalog;
import dev.faultline.benchmarks.workload.WorkloadSettings;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaChannelTest {

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final GroundTruth truth =
            new GroundTruth(new GroupCatalog(new WorkloadSettings(1, "run", 3, 0, null, false)));
    private final Latencies latencies = new Latencies();

    @Test
    void publishesUnderTheKeyThatNeedsNoReKeying() {
        try (var channel = new KafkaChannel(producer, "raw", truth, latencies)) {
            channel.send(List.of(new Event(2, "the-id", "{}")), Channel.UNPACED);
            producer.completeNext();
        }

        assertThat(producer.history())
                .singleElement()
                .satisfies(record -> assertThat(record.topic()).isEqualTo("raw"))
                .satisfies(record -> assertThat(record.key()).isEqualTo("default|c|the-id"))
                .satisfies(record -> assertThat(record.value()).isEqualTo(new byte[] {'{', '}'}));
        assertThat(truth.acceptedTotal()).isEqualTo(1);
        assertThat(latencies.percentiles().samples()).isEqualTo(1);
    }

    @Test
    void countsAFailedSendAsUncertain() {
        try (var channel = new KafkaChannel(producer, "raw", truth, latencies)) {
            channel.send(List.of(new Event(2, "the-id", "{}")), Channel.UNPACED);
            producer.errorNext(new TimeoutException("expired"));
        }

        assertThat(truth.acceptedTotal()).isZero();
        assertThat(truth.uncertainTotal()).isEqualTo(1);
    }
}
