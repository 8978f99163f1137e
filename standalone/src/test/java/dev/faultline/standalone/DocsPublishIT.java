package dev.faultline.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.event.EventJson;
import dev.faultline.event.EventReading;
import dev.faultline.event.RawKey;
import dev.faultline.kafka.KafkaConfiguration;
import dev.faultline.test.KafkaFixture;
import dev.faultline.topic.KeyPartition;
import dev.faultline.topic.RawHeaders;
import dev.faultline.topic.TopicCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Runs the example of a direct publisher as its page says.
class DocsPublishIT {

    private static final int PARTITIONS = 4;

    @Test
    void publishesAnEventThatIsTakenInWithoutADetour() throws Exception {
        String kafka = KafkaFixture.bootstrapServers();
        String topic = topic(kafka);

        run(kafka, "Payment \"4711\" declined", "shop");

        ConsumerRecord<byte[], byte[]> record = read(kafka, topic);
        assertThat(record.partition()).isEqualTo(KeyPartition.of(record.key(), PARTITIONS));
        assertThat(RawHeaders.text(record.headers(), RawHeaders.PROJECT)).contains("shop");
        assertThat(EventJson.readRecord(record.value()))
                .isInstanceOfSatisfying(
                        EventReading.Accepted.class,
                        accepted -> {
                            assertThat(accepted.event().message())
                                    .isEqualTo("Payment \"4711\" declined");
                            assertThat(RawKey.parse(new String(record.key(), UTF_8)))
                                    .map(RawKey::eventId)
                                    .contains(accepted.event().eventId());
                        });
    }

    private static void run(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                DocsPages.root()
                                        .resolve("examples/publish/Publish.java")
                                        .toString()));
        command.addAll(List.of(arguments));
        Process example = new ProcessBuilder(command).inheritIO().start();
        assertThat(example.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(example.exitValue()).isZero();
    }

    /// The raw topic, created as a stage does.
    private static String topic(String kafka) {
        try (var stage =
                new SpringApplicationBuilder(KafkaConfiguration.class)
                        .web(WebApplicationType.NONE)
                        .bannerMode(Banner.Mode.OFF)
                        .properties(
                                "faultline.kafka.bootstrap-servers=" + kafka,
                                "faultline.topics.partitions=" + PARTITIONS)
                        .run()) {
            return stage.getBean(TopicCatalog.class).raw().name();
        }
    }

    private static ConsumerRecord<byte[], byte[]> read(String kafka, String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", kafka, "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(
                    IntStream.range(0, PARTITIONS)
                            .mapToObj(partition -> new TopicPartition(topic, partition))
                            .toList());
            return await().atMost(Duration.ofSeconds(20))
                    .until(
                            () ->
                                    StreamSupport.stream(
                                                    consumer.poll(Duration.ofSeconds(1))
                                                            .spliterator(),
                                                    false)
                                            .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }
}
