package dev.faultline.query;

import static dev.faultline.query.Groups.NOON;
import static dev.faultline.query.Groups.occurrence;
import static dev.faultline.query.Groups.state;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.faultline.startup.StartupException;
import dev.faultline.test.PostgresFixture;
import dev.faultline.topic.Topic;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectorIT {

    private static final byte[] KEY = {1};

    private final TestTopics topics = new TestTopics();
    private final String database = PostgresFixture.freshDatabase();

    @AfterEach
    void stop() {
        topics.close();
    }

    @Test
    void goesOnWhereItStoppedAfterARestart() {
        try (RunningQueryApi _ = start("one")) {
            publish(0, 50, 1);
            topics.awaitProjected(database);
        }
        publish(50, 100, 1);
        TestDatabase.execute(database, "update query.errors set message = 'not read again'");

        try (RunningQueryApi api = start("one")) {
            topics.awaitProjected(database);

            assertThat(api.get("/api/errors").data().get("total").longValue()).isEqualTo(100);
        }
        assertThat(count("message = 'not read again'")).isEqualTo(50);
    }

    @Test
    void handsOverBetweenTwoProjectorsWithoutLossOrRepetition() {
        try (RunningQueryApi first = start("one")) {
            publish(0, 200, 1);
            try (RunningQueryApi _ = start("two")) {
                publish(0, 300, 2);
                await().atMost(Duration.ofSeconds(30)).until(() -> topics.projectors() == 2);
                publish(100, 400, 3);
                topics.awaitProjected(database);
            }
            publish(0, 500, 4);
            topics.awaitProjected(database);

            assertThat(first.get("/api/errors").data().get("total").longValue()).isEqualTo(500);
        }
        assertThat(count("visible and version = 4")).isEqualTo(500);
    }

    @Test
    void leavesOutWhatCannotBeReadOrStoredAndNothingElse() {
        try (RunningQueryApi _ = start("one")) {
            for (int n = 0; n < 20; n++) {
                publish(n, n + 1, 1);
                poison(topics.catalog().groups(), n % TestTopics.PARTITIONS);
                poison(topics.catalog().counts(), n % TestTopics.PARTITIONS);
                poison(topics.catalog().occurrences(), n % TestTopics.PARTITIONS);
                poison(topics.catalog().duplicates(), n % TestTopics.PARTITIONS);
                poison(topics.catalog().deadLetter(), n % TestTopics.PARTITIONS);
                topics.publishVisible(
                        state(1_000 + n).source("refused"),
                        occurrence(1_000 + n, "PostgreSQL takes no \0", NOON));
            }
            topics.awaitProjected(database);

            assertThat(count("visible and message = 'm'")).isEqualTo(20);
            assertThat(count("status is not null")).isEqualTo(40);
        }
    }

    private void poison(Topic<?, ?> topic, int partition) {
        List<byte[]> values =
                List.of(
                        "{".getBytes(UTF_8),
                        "{}".getBytes(UTF_8),
                        "null".getBytes(UTF_8),
                        new byte[] {(byte) 0xC3, 0x28, 0});
        for (byte[] value : values) {
            topics.send(new ProducerRecord<>(topic.name(), partition, KEY, value));
        }
        topics.send(new ProducerRecord<>(topic.name(), partition, KEY, null));
    }

    @Test
    void refusesADatabaseThatWasFilledFromAnotherLog() {
        try (RunningQueryApi _ = start("one")) {
            publish(0, 1, 1);
            topics.awaitProjected(database);
        }
        TestDatabase.execute(database, "update query.projection_offsets set topic_id = 'another'");

        assertThatThrownBy(() -> start("one"))
                .hasCauseInstanceOf(StartupException.class)
                .hasStackTraceContaining("deleted and created anew");
    }

    @Test
    void refusesADatabaseThatIsNotThereInOneSentence() {
        assertThatThrownBy(() ->
                        RunningQueryApi.start(
                                topics,
                                "postgres://ann:hush@127.0.0.1:1/x",
                                "",
                                "faultline.query.database.startup-timeout=1s"))
                .hasStackTraceContaining(
                        "StartupException: The database at 127.0.0.1:1/x does not answer")
                .hasStackTraceContaining("start it, or correct DATABASE_URL.")
                .message()
                .doesNotContain("hush");
    }

    private RunningQueryApi start(String instance) {
        return RunningQueryApi.start(
                topics, database, "", "faultline.query.projector.instance-id=" + instance);
    }

    private void publish(int from, int to, long version) {
        for (int n = from; n < to; n++) {
            topics.publishVisible(
                    state(n).version(version), occurrence(n, "m", NOON.plusSeconds(version)));
        }
    }

    private long count(String condition) {
        return TestDatabase.number(
                database, "select count(*) from query.errors where " + condition);
    }
}
