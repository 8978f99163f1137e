package dev.faultline.query;

import static dev.faultline.query.Groups.NOON;
import static dev.faultline.query.Groups.PROJECT;
import static dev.faultline.query.Groups.id;
import static dev.faultline.query.Groups.occurrence;
import static dev.faultline.query.Groups.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ProjectId;
import dev.faultline.group.Alias;
import dev.faultline.group.GroupCommand;
import dev.faultline.query.RunningQueryApi.Answer;
import dev.faultline.test.PostgresFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every id that was ever answered leads to its group. Each test has groups of its own.
class AliasesIT {

    private static TestTopics topics;
    private static String database;
    private static RunningQueryApi api;

    @BeforeAll
    static void start() {
        topics = new TestTopics();
        database = PostgresFixture.freshDatabase();
        api = RunningQueryApi.start(topics, database, "");
    }

    @AfterAll
    static void stop() {
        api.close();
        topics.close();
    }

    @Test
    void answersWithTheCanonicalGroup() {
        topics.publishVisible(state(1).count(7), occurrence(1, "old", NOON));
        alias(2, 1, Alias.Kind.MOVED);
        topics.awaitProjected(database);

        Answer answer = api.get("/api/errors/" + id(2));

        assertThat(answer.data().get("id").stringValue()).isEqualTo(id(1).toString());
        assertThat(answer.data().get("count").longValue()).isEqualTo(7);
    }

    @Test
    void showsPayloadsOfTheAliasInTheGroupWhetherTheyComeBeforeOrAfterIt() {
        topics.publishVisible(state(11), occurrence(11, "old", NOON));
        topics.publish(occurrence(12, "before", NOON.plusSeconds(1)));
        topics.awaitProjected(database);
        alias(12, 11, Alias.Kind.MOVED);
        topics.awaitProjected(database);
        assertThat(message(11)).isEqualTo("before");

        topics.publish(occurrence(12, "after", NOON.plusSeconds(2)));
        topics.awaitProjected(database);

        assertThat(message(11)).isEqualTo("after");
        assertThat(
                        TestDatabase.number(
                                database,
                                "select count(*) from query.errors where id = '%s'"
                                        .formatted(id(12))))
                .isZero();
    }

    @Test
    void resolvesAndDeletesTheGroupThatAnAliasLeadsTo() {
        topics.publishVisible(state(21), occurrence(21, "old", NOON));
        alias(22, 21, Alias.Kind.MOVED);
        topics.awaitProjected(database);

        assertThat(api.call("PUT", "/api/errors/" + id(22) + "/resolve", "test-api-key").status())
                .isEqualTo(200);

        assertThat(topics.read(topics.catalog().commands()))
                .filteredOn(command -> command.key().equals(id(21).toString()))
                .singleElement()
                .satisfies(command ->
                        assertThat(command.value()).isInstanceOf(GroupCommand.Resolve.class));
    }

    @Test
    void prefersTheGroupThatReallyHasAnAnsweredId() {
        topics.publishVisible(state(31), occurrence(31, "counted there", NOON));
        alias(32, 31, Alias.Kind.ANSWERED);
        topics.awaitProjected(database);
        assertThat(message(32)).isEqualTo("counted there");

        topics.publishVisible(state(32), occurrence(32, "its own", NOON));
        topics.awaitProjected(database);

        assertThat(message(32)).isEqualTo("its own");
    }

    @Test
    void keepsWhereAGroupHasMovedWhateverIsAnsweredLater() {
        topics.publishVisible(state(41), occurrence(41, "first", NOON));
        topics.publishVisible(state(42), occurrence(42, "second", NOON));
        alias(43, 42, Alias.Kind.ANSWERED);
        alias(43, 41, Alias.Kind.MOVED);
        alias(43, 42, Alias.Kind.ANSWERED);
        alias(43, 42, Alias.Kind.MOVED);
        topics.awaitProjected(database);

        assertThat(message(43)).isEqualTo("first");
    }

    @Test
    void keepsAliasesOfProjectsApart() {
        topics.publishVisible(state(51), occurrence(51, "secret", NOON));
        topics.send(
                topics.catalog().aliases(),
                id(52).toString(),
                new Alias(new ProjectId("other"), id(52), id(51), Alias.Kind.MOVED));
        topics.awaitProjected(database);
        topics.aggregateEverything();

        assertThat(api.get("/api/errors/" + id(52)).status()).isEqualTo(404);
        assertThat(api.call("GET", "/api/errors/" + id(52), RunningQueryApi.OTHER_PROJECT).status())
                .isEqualTo(404);
    }

    private static void alias(int alias, int canonical, Alias.Kind kind) {
        topics.send(
                topics.catalog().aliases(),
                id(alias).toString(),
                new Alias(PROJECT, id(alias), id(canonical), kind));
    }

    private static String message(int n) {
        return api.get("/api/errors/" + id(n)).data().get("message").stringValue();
    }
}
