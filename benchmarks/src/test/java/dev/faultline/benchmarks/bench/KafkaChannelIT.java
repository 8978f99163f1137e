package dev.faultline.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmarks.measure.Latencies;
import dev.faultline.benchmarks.workload.GroupCatalog;
import dev.faultline.benchmarks.workload.Workload;
import dev.faultline.benchmarks.workload.WorkloadSettings;
import dev.faultline.test.KafkaFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KafkaChannelIT {

    private final String topic = "raw-" + UUID.randomUUID();
    private final GroupCatalog catalog =
            new GroupCatalog(new WorkloadSettings(1, "run", 50, 0.2, null, true));
    private final GroundTruth truth = new GroundTruth(catalog);
    private final Latencies latencies = new Latencies();

    @Test
    void everyAcknowledgedEventIsInTheTopic() throws Exception {
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, KafkaFixture.bootstrapServers());
        long sent;

        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            try (var channel =
                    KafkaChannel.connect(
                            KafkaFixture.bootstrapServers(), topic, truth, latencies)) {
                var load =
                        new Load(new Workload(catalog, 1), channel, 1_000, Duration.ofSeconds(1));
                sent = load.run();
                assertThat(channel.awaitAnswers(Duration.ofSeconds(30))).isTrue();
            }

            var partition = new TopicPartition(topic, 0);
            var end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()));
            assertThat(end.partitionResult(partition).get().offset()).isEqualTo(sent);
        }
        assertThat(sent).isEqualTo(1_000);
        assertThat(truth.acceptedTotal()).isEqualTo(sent);
        assertThat(latencies.percentiles().samples()).isEqualTo(sent);
    }
}
