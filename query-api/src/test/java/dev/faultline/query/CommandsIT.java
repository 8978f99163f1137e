package dev.faultline.query;

import static dev.faultline.query.Groups.NOON;
import static dev.faultline.query.Groups.id;
import static dev.faultline.query.Groups.occurrence;
import static dev.faultline.query.Groups.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupStatus;
import dev.faultline.query.RunningQueryApi.Answer;
import dev.faultline.test.PostgresFixture;
import dev.faultline.test.RedisFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The test does what the aggregator does with a command.
class CommandsIT {

    private static TestTopics topics;
    private static RunningQueryApi api;

    @BeforeAll
    static void start() {
        topics = new TestTopics();
        api = RunningQueryApi.start(topics, PostgresFixture.freshDatabase(), RedisFixture.url());
    }

    @AfterAll
    static void stop() {
        api.close();
        topics.close();
    }

    @Test
    void resolvesSoThatTheNextReadSeesIt() {
        topics.publishVisible(state(1).source("listed"), occurrence(1, "m", NOON));
        awaitStatus("/api/errors/" + id(1), 200);
        assertThat(list().body()).contains("\"resolved\":false");

        CompletableFuture<Answer> resolve =
                CompletableFuture.supplyAsync(
                        () -> api.call("PUT", "/api/errors/" + id(1) + "/resolve", "test-api-key"));
        ConsumerRecord<String, GroupCommand> command = awaitCommand(1);
        topics.publish(
                state(1).source("listed")
                        .version(2)
                        .status(GroupStatus.RESOLVED)
                        .commandOffset(command.offset())
                        .build());

        assertThat(command.value()).isInstanceOf(GroupCommand.Resolve.class);
        assertThat(resolve.join().status()).isEqualTo(200);
        assertThat(resolve.join().data().get("status").stringValue()).isEqualTo("resolved");
        assertThat(list().body())
                .contains("\"resolved\":true")
                .doesNotContain("\"resolved\":false");
    }

    @Test
    void deletesSoThatTheNextReadSeesIt() {
        topics.publishVisible(state(2).source("gone"), occurrence(2, "m", NOON));
        awaitStatus("/api/errors/" + id(2), 200);

        CompletableFuture<Answer> delete =
                CompletableFuture.supplyAsync(
                        () -> api.call("DELETE", "/api/errors/" + id(2), "test-api-key"));
        ConsumerRecord<String, GroupCommand> command = awaitCommand(2);
        topics.publish(
                state(2).source("gone")
                        .version(2)
                        .status(GroupStatus.DELETED)
                        .commandOffset(command.offset())
                        .build());

        assertThat(command.value()).isInstanceOf(GroupCommand.Delete.class);
        assertThat(delete.join()).isEqualTo(new Answer(204, "", null));
        assertThat(api.get("/api/errors/" + id(2)).status()).isEqualTo(404);
        assertThat(api.get("/api/errors?source=gone").data().get("total").longValue()).isZero();
    }

    @Test
    void answersAlsoWhenTheEffectDoesNotShowInTime() {
        topics.publishVisible(state(3), occurrence(3, "m", NOON));
        awaitStatus("/api/errors/" + id(3), 200);

        Answer answer = api.call("PUT", "/api/errors/" + id(3) + "/resolve", "test-api-key");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(awaitCommand(3).value()).isInstanceOf(GroupCommand.Resolve.class);
    }

    @Test
    void sendsNoCommandForWhatIsNotThere() {
        assertThat(api.call("DELETE", "/api/errors/" + id(90), "test-api-key").status())
                .isEqualTo(404);
        assertThat(api.call("PUT", "/api/errors/7/resolve", "test-api-key").error())
                .isEqualTo("Invalid UUID format");
        topics.publishVisible(state(4), occurrence(4, "m", NOON));
        awaitStatus("/api/errors/" + id(4), 200);
        assertThat(
                        api.call("DELETE", "/api/errors/" + id(4), RunningQueryApi.OTHER_PROJECT)
                                .status())
                .isEqualTo(404);
        assertThat(commands().stream().map(ConsumerRecord::key))
                .doesNotContain(id(90).toString(), id(4).toString());
    }

    private static Answer list() {
        return api.get("/api/errors?source=listed");
    }

    private static void awaitStatus(String path, int status) {
        await().atMost(Duration.ofSeconds(20)).until(() -> api.get(path).status() == status);
    }

    private static ConsumerRecord<String, GroupCommand> awaitCommand(int n) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                commands().stream()
                                        .filter(c -> c.key().equals(id(n).toString()))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<ConsumerRecord<String, GroupCommand>> commands() {
        return topics.read(topics.catalog().commands());
    }
}
