package dev.faultline.query;

import static dev.faultline.query.Groups.NOON;
import static dev.faultline.query.Groups.PROJECT;
import static dev.faultline.query.Groups.id;
import static dev.faultline.query.Groups.kept;
import static dev.faultline.query.Groups.state;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.group.Alias;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupStatus;
import dev.faultline.query.RunningQueryApi.Answer;
import dev.faultline.test.PostgresFixture;
import dev.faultline.topic.RawHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What is kept of errors, and how it goes. Each test has groups of its own; they share a clock.
class RetentionIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static volatile Instant now = NOON;
    private static TestTopics topics;
    private static String database;
    private static RunningQueryApi api;

    @BeforeAll
    static void start() {
        topics = new TestTopics();
        database = PostgresFixture.freshDatabase();
        api =
                RunningQueryApi.start(
                        topics,
                        database,
                        "",
                        () -> now,
                        "faultline.query.occurrences.per-group=10",
                        "faultline.query.occurrences.cleanup-interval=1s");
    }

    @AfterAll
    static void stop() {
        api.close();
        topics.close();
    }

    @BeforeEach
    void reset() {
        now = NOON;
        keepDays("{}");
    }

    @Test
    void pagesThroughWhatIsKeptOfAnErrorNewestFirst() {
        topics.publish(state(1).count(120).build());
        for (int offset = 0; offset < 5; offset++) {
            // Two of them in the same millisecond.
            topics.publish(kept(1, offset, NOON.minusSeconds(offset == 1 ? 0 : offset), 30));
        }
        topics.awaitProjected(database);

        Answer first = occurrences(1, "?limit=2");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.data().get("seen").longValue()).isEqualTo(120);
        assertThat(first.data().get("kept").longValue()).isEqualTo(5);
        assertThat(first.data().get("limit").longValue()).isEqualTo(2);
        JsonNode newest = first.data().get("occurrences").get(0);
        assertThat(newest.toString())
                .isEqualTo(
                        """
                        {"event_id":"event-1-1","timestamp":"2026-03-01T12:00:00Z","level":"error","severity":"fatal",\
                        "message":"message 1","stack_trace":"at frame 1","context":{"offset":1},"source":"checkout",\
                        "environment":"staging","user_agent":"agent","ip_address":"10.0.0.1","url":"https://example.com",\
                        "scrubbed":{"email":2},"cut":false}\
                        """);
        assertThat(pages(1, 2)).containsExactly(1L, 0L, 2L, 3L, 4L);
        assertThat(pages(1, 5)).containsExactly(1L, 0L, 2L, 3L, 4L);
        assertThat(api.get("/api/errors/" + id(1)).data().get("occurrences").toString())
                .isEqualTo("{\"seen\":120,\"kept\":5}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=x", "before=x", "before=MS4yLg", "before="})
    void refusesWhatIsNoPage(String query) {
        topics.publishVisible(state(2), kept(2, 200, NOON, 30));
        topics.awaitProjected(database);

        assertThat(occurrences(2, "").status()).isEqualTo(200);
        assertThat(occurrences(2, "?" + query).status()).isEqualTo(400);
    }

    @Test
    void showsNothingOfWhatIsNotThereOrAnothersProject() {
        topics.publishVisible(state(3), kept(3, 300, NOON, 30));
        topics.awaitProjected(database);
        topics.aggregateEverything();

        String path = "/api/errors/" + id(3) + "/occurrences";
        assertThat(api.call("GET", path, RunningQueryApi.OTHER_PROJECT).status()).isEqualTo(404);
        assertThat(occurrences(90, "").status()).isEqualTo(404);
        assertThat(api.get("/api/errors/7/occurrences").error()).isEqualTo("Invalid UUID format");
    }

    @Test
    void storesNothingTwiceWhenItIsReadAgain() {
        topics.publish(state(11).build());
        topics.publish(kept(11, 1_100, NOON, 30));
        topics.publish(kept(11, 1_101, NOON, 90));
        topics.awaitProjected(database);
        keepDays("{\"occurrence_days\":5}");

        // The projector finds that it has to begin anew.
        TestDatabase.execute(database, "update query.projection_offsets set next_offset = 0");
        topics.publish(state(12).build());
        topics.awaitProjected(database);

        assertThat(rows(11)).isEqualTo(2);
        // As if the aggregator had counted the log anew, after the days were changed.
        topics.publish(kept(11, 1_100, NOON, 40));
        topics.awaitProjected(database);
        assertThat(rows(11)).isEqualTo(3);
        assertThat(pages(11, 50)).containsExactly(1_101L, 1_100L);
    }

    @Test
    void hidesAtOnceWhatIsOlderThanTheProjectWantsAndRemovesItThen() {
        topics.publish(state(21).build());
        topics.publish(kept(21, 2_100, NOON.minus(Duration.ofDays(10)), 30));
        topics.publish(kept(21, 2_101, NOON.minus(Duration.ofDays(5)), 30));
        topics.awaitProjected(database);
        assertThat(pages(21, 50)).containsExactly(2_101L, 2_100L);

        keepDays("{\"occurrence_days\":7,\"group_days\":90}");

        assertThat(pages(21, 50)).containsExactly(2_101L);
        await().atMost(SOON).until(() -> rows(21) == 1);
    }

    @Test
    void dropsThePartitionOfADayThatIsOverAndTakesNothingForIt() {
        topics.publish(state(31).build());
        topics.publish(kept(31, 3_100, NOON, 1));
        topics.publish(kept(31, 3_101, NOON, 2));
        topics.awaitProjected(database);

        now = Instant.parse("2026-03-02T23:59:59Z");
        assertThat(rows(31)).isEqualTo(2);
        now = Instant.parse("2026-03-03T00:00:00Z");
        await().atMost(SOON).until(() -> rows(31) == 1);
        topics.publish(kept(31, 3_102, NOON, 1));
        topics.awaitProjected(database);

        assertThat(pages(31, 50)).containsExactly(3_101L);
        assertThat(
                        TestDatabase.number(
                                database,
                                "select count(*) from pg_class where relname = 'occurrences_20260302'"))
                .isZero();
    }

    @Test
    void keepsTheNewestOfAGroupThatHasTooMany() {
        topics.publish(state(41).build());
        for (int offset = 4_100; offset < 4_130; offset++) {
            topics.publish(kept(41, offset, NOON.plusMillis(offset), offset % 2 == 0 ? 30 : 90));
        }
        topics.awaitProjected(database);

        await().atMost(SOON).until(() -> rows(41) == 10);
        assertThat(pages(41, 50)).hasSize(10).startsWith(4_129L, 4_128L).endsWith(4_120L);
    }

    @Test
    void removesWithAnErrorWhatWasReceivedUntilItsDeletion() {
        topics.publish(state(51).build());
        topics.publish(kept(51, 5_100, NOON, 30));
        topics.publish(kept(51, 5_101, NOON.plusSeconds(1), 30));
        topics.awaitProjected(database);
        topics.publish(
                state(51)
                        .version(2)
                        .status(GroupStatus.DELETED)
                        .updatedAt(NOON.plusSeconds(2))
                        .build());
        topics.awaitProjected(database);
        assertThat(rows(51)).isZero();

        topics.publish(kept(51, 5_102, NOON.plusSeconds(2), 30));
        topics.publish(kept(51, 5_103, NOON.plusSeconds(3), 30));
        topics.publish(
                state(51)
                        .version(3)
                        .generation(2)
                        .createdAt(NOON.plusSeconds(3))
                        .updatedAt(NOON.plusSeconds(3))
                        .build());
        topics.awaitProjected(database);

        assertThat(pages(51, 50)).containsExactly(5_103L);
    }

    @Test
    void leadsWhatWasKeptUnderAnAliasToItsGroup() {
        topics.publishVisible(state(61), kept(61, 6_100, NOON, 30));
        topics.publish(kept(62, 6_101, NOON.plusSeconds(1), 30));
        topics.awaitProjected(database);
        alias(62, 61);
        topics.awaitProjected(database);
        topics.publish(kept(62, 6_102, NOON.plusSeconds(2), 30));
        topics.awaitProjected(database);

        assertThat(pages(61, 50)).containsExactly(6_102L, 6_101L, 6_100L);
        assertThat(pages(62, 50)).containsExactly(6_102L, 6_101L, 6_100L);
    }

    @Test
    void forgetsAGroupWithAllThatIsKeptOfIt() {
        topics.publishVisible(state(71).count(9), kept(71, 7_100, NOON, 30));
        alias(72, 71);
        topics.awaitProjected(database);

        tombstone(71);
        topics.awaitProjected(database);
        topics.aggregateEverything();

        assertThat(api.get("/api/errors/" + id(71)).status()).isEqualTo(404);
        assertThat(api.get("/api/errors/" + id(72)).status()).isEqualTo(404);
        assertThat(rows(71)).isZero();
        await().atMost(SOON)
                .until(() ->
                        TestDatabase.number(
                                        database,
                                        "select count(*) from query.error_aliases where id = '%s'"
                                                .formatted(id(72)))
                                == 0);
        assertThat(topics.read(topics.catalog().aliases()))
                .anyMatch(r -> r.key().equals(id(72).toString()) && r.value() == null);
    }

    @Test
    void keepsWhatBelongsToAGroupThatBeginsAnewWhileItIsForgotten() {
        topics.publishVisible(state(81).count(9).version(9), kept(81, 8_100, NOON, 30));
        topics.publish(kept(81, 8_101, NOON.plusSeconds(1), 30));
        topics.awaitProjected(database);

        tombstone(81);
        topics.publish(state(81).version(5).updatedAt(NOON.plusSeconds(1)).build());
        topics.awaitProjected(database);

        assertThat(occurrences(81, "").data().get("seen").longValue()).isEqualTo(1);
        assertThat(pages(81, 50)).containsExactly(8_101L);
        assertThat(api.get("/api/errors/" + id(81)).data().get("message").stringValue())
                .isEqualTo("message 8101");
    }

    @Test
    void proposesToForgetWhatNobodyHasSeenForLong() {
        Instant later = NOON.plus(Duration.ofDays(100)).plusSeconds(1);
        topics.publishVisible(state(101), kept(101, 10_100, NOON, 30));
        topics.publishVisible(
                state(102).lastSeen(later).updatedAt(later), kept(102, 10_200, NOON, 30));
        topics.publish(state(103).status(GroupStatus.DELETED).build());
        topics.publishVisible(
                state(104).status(GroupStatus.RESOLVED).updatedAt(later),
                kept(104, 10_400, NOON, 30));
        // Received later than it happened.
        topics.publishVisible(state(105).updatedAt(later), kept(105, 10_500, NOON, 30));
        topics.awaitProjected(database);
        keepDays("{\"group_days\":100}");

        now = later;

        await().atMost(SOON).until(() -> proposed(103));
        assertThat(proposed(101)).isTrue();
        assertThat(proposed(104)).isTrue();
        assertThat(proposed(102)).isFalse();
        assertThat(proposed(105)).isFalse();
    }

    private static boolean proposed(int n) {
        return topics.read(topics.catalog().commands()).stream()
                .filter(command -> command.key().equals(id(n).toString()))
                .map(ConsumerRecord::value)
                .anyMatch(new GroupCommand.Expire(PROJECT, 100)::equals);
    }

    private static void tombstone(int n) {
        var record =
                new ProducerRecord<byte[], byte[]>(
                        topics.catalog().groups().name(), id(n).toString().getBytes(UTF_8), null);
        RawHeaders.put(record.headers(), RawHeaders.PROJECT, PROJECT.value());
        topics.send(record);
    }

    private static void alias(int alias, int canonical) {
        topics.send(
                topics.catalog().aliases(),
                id(alias).toString(),
                new Alias(PROJECT, id(alias), id(canonical), Alias.Kind.MOVED));
    }

    private static void keepDays(String json) {
        Answer put = api.send("PUT", "/api/settings/retention", json);
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(api.get("/api/settings/retention")).isEqualTo(put);
    }

    private static Answer occurrences(int n, String query) {
        return api.get("/api/errors/" + id(n) + "/occurrences" + query);
    }

    /// The offsets of all that is shown of a group, page by page.
    private static List<Long> pages(int n, int limit) {
        List<Long> offsets = new ArrayList<>();
        String query = "?limit=" + limit;
        while (true) {
            JsonNode page = occurrences(n, query).data();
            StreamSupport.stream(page.get("occurrences").spliterator(), false)
                    .map(occurrence -> occurrence.get("context").get("offset").longValue())
                    .forEach(offsets::add);
            if (page.get("next").isNull()) {
                assertThat(page.get("kept").longValue()).isEqualTo(offsets.size());
                return offsets;
            }
            query = "?limit=%d&before=%s".formatted(limit, page.get("next").stringValue());
        }
    }

    private static long rows(int n) {
        return TestDatabase.number(
                database,
                "select count(*) from query.occurrences where group_id = '%s'".formatted(id(n)));
    }
}
