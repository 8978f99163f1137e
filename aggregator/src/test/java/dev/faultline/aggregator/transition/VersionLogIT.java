package dev.faultline.aggregator.transition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.grouping.Grouping;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.startup.StartupException;
import dev.faultline.test.KafkaFixture;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An installation knows which grouping it had before.
class VersionLogIT {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Map<String, Object> CLIENT =
            Map.of("bootstrap.servers", KafkaFixture.bootstrapServers());

    private final TopicCatalog topics =
            new TopicCatalog(
                    new TopicSettings("versions-" + UUID.randomUUID() + ".", 3, (short) 1));

    @BeforeEach
    void createTopics() throws Exception {
        try (Admin admin = Admin.create(CLIENT)) {
            admin.createTopics(
                            Stream.of(topics.groups(), topics.groupingVersions())
                                    .map(topic ->
                                            new NewTopic(
                                                    topic.name(), topic.partitions(), (short) 1))
                                    .toList())
                    .all()
                    .get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void beginsWithoutATransitionAndKeepsToThat() throws Exception {
        assertThat(log().transition(MONTH, NOON)).isEqualTo(Transition.NONE);

        count();

        assertThat(log().transition(MONTH, NOON.plusSeconds(60))).isEqualTo(Transition.NONE);
    }

    @Test
    void beginsATransitionWhereGroupsWereCountedBeforeVersionsWereRemembered() throws Exception {
        count();

        Transition begun = log().transition(MONTH, NOON);
        Transition later = log().transition(MONTH, NOON.plusSeconds(60));

        assertThat(begun).isEqualTo(new Transition(1, NOON.plus(MONTH)));
        assertThat(later).isEqualTo(begun);
        assertThat(Grouping.version()).isGreaterThan(begun.former());
    }

    @Test
    void saysInASentenceThatKafkaDoesNotAnswer() {
        var nowhere = new KafkaSettings("127.0.0.1:1", Duration.ofSeconds(1), Map.of());

        assertThatThrownBy(() -> new VersionLog(nowhere, topics).transition(MONTH, NOON))
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith("Kafka at 127.0.0.1:1 did not tell");
    }

    private VersionLog log() {
        return new VersionLog(
                new KafkaSettings(
                        KafkaFixture.bootstrapServers(), Duration.ofSeconds(20), Map.of()),
                topics);
    }

    /// As the aggregator of a version that remembered nothing left it.
    private void count() throws Exception {
        try (var producer =
                new KafkaProducer<>(CLIENT, new ByteArraySerializer(), new ByteArraySerializer())) {
            var _ =
                    producer.send(
                                    new ProducerRecord<>(
                                            topics.groups().name(),
                                            "g".getBytes(UTF_8),
                                            "{}".getBytes(UTF_8)))
                            .get(10, TimeUnit.SECONDS);
        }
    }
}
