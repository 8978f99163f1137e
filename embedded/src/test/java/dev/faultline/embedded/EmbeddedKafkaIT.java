package dev.faultline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

    private static final String TOPIC = "events";

    @TempDir Path directory;

    @Test
    void keepsRecordsClusterIdAndPortOverARestart() throws Exception {
        String bootstrapServers;
        String clusterId;
        try (var kafka = EmbeddedKafka.start(directory, 0)) {
            bootstrapServers = kafka.bootstrapServers();
            clusterId = clusterId(kafka);
            createTopic(kafka);
            try (var producer = producer(kafka, Map.of())) {
                send(producer, "kept");
            }
        }

        try (var kafka = EmbeddedKafka.start(directory, 0)) {
            assertThat(kafka.bootstrapServers()).isEqualTo(bootstrapServers);
            assertThat(clusterId(kafka)).isEqualTo(clusterId);
            assertThat(read(kafka, "read_committed", 1)).containsExactly("kept");
        }
    }

    @Test
    void keepsRecordsWhenThePortChanges() throws Exception {
        try (var kafka = EmbeddedKafka.start(directory, 0)) {
            createTopic(kafka);
            try (var producer = producer(kafka, Map.of())) {
                send(producer, "kept");
            }
        }
        int other = Ports.chooseFree();

        try (var kafka = EmbeddedKafka.start(directory, other)) {
            assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + other);
            assertThat(read(kafka, "read_committed", 1)).containsExactly("kept");
        }
    }

    @Test
    void commitsAndAbortsTransactions() throws Exception {
        try (var kafka = EmbeddedKafka.start(directory, 0)) {
            createTopic(kafka);
            try (var producer = producer(kafka, Map.of("transactional.id", "test"))) {
                producer.initTransactions();
                producer.beginTransaction();
                send(producer, "aborted");
                producer.abortTransaction();
                producer.beginTransaction();
                send(producer, "committed");
                producer.commitTransaction();
            }

            assertThat(read(kafka, "read_committed", 1)).containsExactly("committed");
            assertThat(read(kafka, "read_uncommitted", 2)).containsExactly("aborted", "committed");
        }
    }

    @Test
    void refusesASecondBrokerOnTheSameDirectory() throws Exception {
        try (var kafka = EmbeddedKafka.start(directory, 0)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory, 0))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
            assertThat(clusterId(kafka)).isNotEmpty();
        }
    }

    private static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (var admin = admin(kafka)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        }
    }

    private static String clusterId(EmbeddedKafka kafka) throws Exception {
        try (var admin = admin(kafka)) {
            return admin.describeCluster().clusterId().get(10, TimeUnit.SECONDS);
        }
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private static void send(KafkaProducer<String, String> producer, String value)
            throws Exception {
        producer.send(new ProducerRecord<>(TOPIC, value)).get(10, TimeUnit.SECONDS);
    }

    private static KafkaProducer<String, String> producer(
            EmbeddedKafka kafka, Map<String, String> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("bootstrap.servers", kafka.bootstrapServers());
        return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
    }

    private static List<String> read(EmbeddedKafka kafka, String isolation, int count) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "isolation.level",
                        isolation,
                        "auto.offset.reset",
                        "earliest");
        var values = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            for (int poll = 0; poll < 20 && values.size() < count; poll++) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
