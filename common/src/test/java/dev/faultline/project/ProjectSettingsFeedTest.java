package dev.faultline.project;

import static dev.faultline.project.SettingsSamples.SETTINGS;
import static dev.faultline.project.SettingsSamples.SHOP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.kafka.TopicFeed;
import dev.faultline.startup.StartupException;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectSettingsFeedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Topic<String, byte[]> TOPIC =
            new TopicCatalog(new TopicSettings("t.", 1, (short) 1)).projects();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC.name(), 0);

    private final ProjectSettingsBook book = new ProjectSettingsBook();

    @Test
    void knowsAllThatIsThereOnceItHasStarted() {
        try (var _ = feed(PATIENCE, consumer(set(0), set(1))).start()) {
            assertThat(book.of(SHOP)).isEqualTo(SETTINGS.at(2));
        }
    }

    @Test
    void keepsTheSettingsBeforeARecordThatCannotBeRead() {
        var broken = record("shop", 1, "{\"grouping\":1}".getBytes(UTF_8));
        var nobodys = record("no project", 2, new byte[0]);

        try (var _ = feed(PATIENCE, consumer(set(0), broken, nobodys)).start()) {
            assertThat(book.of(SHOP)).isEqualTo(SETTINGS.at(1));
        }
    }

    @Test
    void forgetsWhatIsDeleted() {
        try (var _ = feed(PATIENCE, consumer(set(0), record("shop", 1, null))).start()) {
            assertThat(book.of(SHOP)).isEqualTo(ProjectSettings.NONE.at(2));
        }
    }

    @Test
    void keepsWhatItKnowsWhileKafkaFailsAndGoesOnAfterwards() throws Exception {
        var failing = consumer(set(0));
        failing.schedulePollTask(() -> failing.setPollException(new KafkaException("away")));

        try (var _ = feed(PATIENCE, failing, consumer(set(0), set(1))).start()) {
            assertThat(book.of(SHOP).grouping()).isEqualTo(SETTINGS.grouping());
            assertThat(book.await(SHOP, 2, PATIENCE)).isTrue();
            assertThat(failing.closed()).isTrue();
        }
    }

    @Test
    void endsAStartThatTakesTooLong() {
        var feed = feed(Duration.ofMillis(50));

        assertThatThrownBy(feed::start)
                .isInstanceOf(StartupException.class)
                .hasMessage(
                        "Topic t.control.projects at kafka:9092 can't be read (no broker): check"
                                + " that Kafka's brokers are up and reachable under their advertised"
                                + " names.");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private final TopicFeed feed(Duration timeout, Consumer<String, byte[]>... consumers) {
        Queue<Consumer<String, byte[]>> left = new ArrayDeque<>(List.of(consumers));
        return new TopicFeed(
                new KafkaSettings("kafka:9092", timeout, Map.of()),
                TOPIC,
                ProjectSettingsFeed.reader(book),
                () -> {
                    if (left.isEmpty()) {
                        throw new KafkaException("no broker");
                    }
                    return left.remove();
                });
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static MockConsumer<String, byte[]> consumer(
            ConsumerRecord<String, byte[]>... records) {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) records.length));
        consumer.schedulePollTask(() -> List.of(records).forEach(consumer::addRecord));
        return consumer;
    }

    private static ConsumerRecord<String, byte[]> set(long offset) {
        return record("shop", offset, ProjectSettingsJson.write(SHOP, SETTINGS));
    }

    private static ConsumerRecord<String, byte[]> record(
            String key, long offset, byte @Nullable [] value) {
        return new ConsumerRecord<>(TOPIC.name(), 0, offset, key, value);
    }
}
