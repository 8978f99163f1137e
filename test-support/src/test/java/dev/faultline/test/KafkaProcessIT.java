package dev.faultline.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.embedded.KafkaProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaProcessIT {

    private static final Duration START = Duration.ofSeconds(60);
    private static final int RECORDS = 100;

    @TempDir Path directory;

    @Test
    void keepsAcknowledgedRecordsWhenKilled() throws Exception {
        String bootstrap;
        try (var broker = start()) {
            bootstrap = awaitBroker(broker);
            produce(bootstrap);
            broker.kill9();
        }

        try (var broker = start()) {
            assertThat(awaitBroker(broker)).isEqualTo(bootstrap);
            assertThat(endOffset(bootstrap)).isEqualTo(RECORDS);
            assertThat(broker.stop(START)).isEqualTo(143);
        }
    }

    @Test
    void refusesADirectoryThatAnotherProcessHolds() {
        try (var broker = start()) {
            awaitBroker(broker);
            try (var second = start()) {
                assertThat(second.awaitExit(START)).isEqualTo(1);
                assertThat(second.output())
                        .containsOnlyOnce("\n")
                        .contains(
                                "is in use by process "
                                        + broker.pid()
                                        + ": stop that process or choose another");
            }
        }
    }

    private ChildJvm start() {
        return ChildJvm.of(KafkaProcess.class)
                .arguments(directory, 0)
                .jvmOptions("-Xmx256m")
                .start();
    }

    private static String awaitBroker(ChildJvm broker) {
        broker.awaitLine("^ready$", START);
        return broker.awaitLine("^bootstrap ", START).split(" ", -1)[1];
    }

    private static void produce(String bootstrap) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        }
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                producer.send(new ProducerRecord<>("kept", "record " + i))
                        .get(10, TimeUnit.SECONDS);
            }
        }
    }

    private static long endOffset(String bootstrap) throws Exception {
        var partition = new TopicPartition("kept", 0);
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get(10, TimeUnit.SECONDS)
                    .offset();
        }
    }
}
