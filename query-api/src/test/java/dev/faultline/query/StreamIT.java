package dev.faultline.query;

import static dev.faultline.query.Groups.NOON;
import static dev.faultline.query.Groups.id;
import static dev.faultline.query.Groups.occurrence;
import static dev.faultline.query.Groups.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.Alias;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupStatus;
import dev.faultline.json.Json;
import dev.faultline.test.EventStreamClient;
import dev.faultline.test.EventStreamClient.Event;
import dev.faultline.test.PostgresFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Each test has groups of its own.
class StreamIT {

    private static final String KEY = "test-api-key";

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
                        "faultline.query.stream.max-listeners-per-key=8",
                        // Soon finds out which clients are gone.
                        "faultline.query.stream.heartbeat=1s",
                        // Longer than the test waits: a stream that is open must not use it up.
                        "spring.lifecycle.timeout-per-shutdown-phase=2m");
    }

    @AfterAll
    static void endsStreamsWhenItIsStopped() throws InterruptedException {
        try (EventStreamClient stream = open("", null)) {
            assertThat(stream.status()).isEqualTo(200);
            Thread closing = Thread.ofVirtual().start(api::close);

            assertThat(stream.awaitEnd(Duration.ofSeconds(30))).isTrue();
            assertThat(closing.join(Duration.ofSeconds(60))).isTrue();
        }
        topics.close();
    }

    @Test
    void tellsAnErrorAsItIsReadOnceItsGroupIncludesIt() {
        try (EventStreamClient stream = open("?group=" + id(1), null)) {
            assertThat(stream.contentType()).isEqualTo("text/event-stream");
            topics.publish(occurrence(1, "it happened", NOON));
            topics.publish(state(1).count(1).positions(0L).build());
            topics.publish(state(1).count(2).version(2).positions(1L).build());

            Event error = stream.await(event -> event.name().equals("error"));
            topics.awaitProjected(database);

            // How many events are kept only the answer for one group tells.
            assertThat(json(error))
                    .isEqualTo(
                            api.get("/api/errors/" + id(1))
                                    .data()
                                    .asObject()
                                    .without("occurrences"));
            assertThat(json(error).path("count").longValue()).isEqualTo(2);
            assertThat(error.id()).isNotEmpty();
        }
    }

    @Test
    void tellsOnceHowAGroupThatChangesMuchStands() {
        try (EventStreamClient stream = open("?group=" + id(10), null)) {
            for (int version = 1; version <= 50; version++) {
                topics.publish(state(10).version(version).count(version).build());
            }
            topics.publish(
                    state(10)
                            .version(99)
                            .count(50)
                            .status(GroupStatus.RESOLVED)
                            .updatedAt(NOON.plusSeconds(1))
                            .build());

            Event resolved = stream.await(event -> event.data().contains("resolved"));

            assertThat(json(resolved))
                    .isEqualTo(
                            Json.mapper()
                                    .readTree(
                                            """
                                            {"id": "%s", "status": "resolved", "count": 50,
                                             "last_seen": "2026-03-01T12:00:00Z"}
                                            """
                                                    .formatted(id(10))));
            assertThat(stream.events()).hasSizeLessThan(10);
        }
    }

    @Test
    void tellsNobodyWhatHeDoesNotWant() {
        ProjectId other = new ProjectId("other");
        try (EventStreamClient stream =
                open("?level=fatal&source=wanted&environment=production", null)) {
            topics.publish(state(20).source("wanted").severity(Severity.ERROR).build());
            topics.publish(state(21).source("unwanted").severity(Severity.FATAL).build());
            topics.publish(
                    new Groups.State(other, 22).source("wanted").severity(Severity.FATAL).build());
            topics.publish(state(23).source("wanted").severity(Severity.FATAL).build());
            stream.await(event -> event.data().contains(id(23).toString()));

            // Whatever comes of one partition comes in order, and all come within a second.
            topics.publish(state(24).source("wanted").severity(Severity.FATAL).build());
            stream.await(event -> event.data().contains(id(24).toString()));

            assertThat(stream.events())
                    .extracting(event -> json(event).path("id").stringValue())
                    .containsExactlyInAnyOrder(id(23).toString(), id(24).toString());
        }
    }

    @Test
    void goesOnWhereAClientBrokeOff() {
        String lastId;
        try (EventStreamClient stream = open("?source=resume", null)) {
            publishIncluded(30, "resume");
            stream.await(isErrorOf(30));
            // Comes with the next round, and with it an id that includes both.
            stream.await(isGroup(30));
            lastId = stream.lastId();
        }
        publishIncluded(31, "resume");
        publishIncluded(32, "resume");

        try (EventStreamClient stream = open("?source=resume", lastId)) {
            stream.await(isErrorOf(31));
            stream.await(isErrorOf(32));

            assertThat(stream.events())
                    .noneMatch(isErrorOf(30))
                    .noneMatch(event -> event.name().equals("gap"));
        }
    }

    @Test
    void saysSoWhereItCanNotGoOn() {
        for (String id : List.of("1-0.0.0", "1-zzzz.zzzz.zzzz.zzzz.zzzz.zzzz", "an id of others")) {
            try (EventStreamClient stream = open("", id)) {
                assertThat(stream.await(event -> event.name().equals("gap")).data())
                        .isEqualTo("{\"missed\":null}");
            }
        }
    }

    @Test
    void looksUpTheGroupOfAPayloadThatIsIncludedNowhere() {
        topics.publishVisible(state(40).source("late").positions(40L), occurrence(40, "m", NOON));
        topics.awaitProjected(database);

        // Its group is the other's: the id that it was kept under is an alias.
        GroupId alias = id(41);
        topics.send(
                topics.catalog().aliases(),
                alias.toString(),
                new Alias(Groups.PROJECT, alias, id(40), Alias.Kind.MOVED));
        topics.awaitProjected(database);
        try (EventStreamClient stream = open("?source=late&group=" + alias, null)) {
            topics.publish(occurrence(41, "m", NOON.plusSeconds(1)));

            assertThat(json(stream.await(event -> event.name().equals("error"))).path("id"))
                    .isEqualTo(Json.mapper().valueToTree(id(40).toString()));
        }
    }

    @Test
    void boundsTheStreamsOfAKey() {
        List<EventStreamClient> open = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                open.add(open(RunningQueryApi.OTHER_PROJECT));
                assertThat(open.getLast().status()).isEqualTo(200);
            }
            try (EventStreamClient refused = open(RunningQueryApi.OTHER_PROJECT)) {
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.contentType()).isEqualTo("application/json");
            }
        } finally {
            open.forEach(EventStreamClient::close);
        }
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThat(api.get("/api/events/stream?level=loud").error())
                .startsWith("level must be one of");
        assertThat(api.get("/api/events/stream?group=1").error()).isEqualTo("Invalid UUID format");
        assertThat(api.get("/api/events/stream?source=%00").error()).contains("control characters");
        assertThat(api.call("GET", "/api/events/stream", "no key").status()).isEqualTo(401);
        assertThat(api.call("HEAD", "/api/events/stream", KEY).status()).isEqualTo(200);
    }

    private static void publishIncluded(int n, String source) {
        topics.publish(occurrence(n, "m", NOON));
        topics.publish(state(n).source(source).positions((long) n).build());
    }

    private static Predicate<Event> isErrorOf(int n) {
        return event -> event.name().equals("error") && event.data().contains(id(n).toString());
    }

    private static Predicate<Event> isGroup(int n) {
        return event -> event.name().equals("group") && event.data().contains(id(n).toString());
    }

    private static JsonNode json(Event event) {
        return Json.mapper().readTree(event.data());
    }

    private static EventStreamClient open(String query, @Nullable String lastId) {
        return EventStreamClient.open(api.url("/api/events/stream" + query), KEY, lastId);
    }

    private static EventStreamClient open(String key) {
        return EventStreamClient.open(api.url("/api/events/stream"), key, null);
    }
}
