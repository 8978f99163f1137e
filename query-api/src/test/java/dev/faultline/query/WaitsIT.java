package dev.faultline.query;

import static dev.faultline.query.Groups.NOON;
import static dev.faultline.query.Groups.PROJECT;
import static dev.faultline.query.Groups.id;
import static dev.faultline.query.Groups.occurrence;
import static dev.faultline.query.Groups.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.event.EventId;
import dev.faultline.group.RawPosition;
import dev.faultline.group.Receipt;
import dev.faultline.query.RunningQueryApi.Answer;
import dev.faultline.test.PostgresFixture;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An event is in the log that no aggregator has read yet.
class WaitsIT {

    private TestTopics topics;
    private TcpProxy database;
    private RunningQueryApi api;

    @BeforeEach
    void start() {
        topics = new TestTopics();
        String url = PostgresFixture.freshDatabase();
        database = new TcpProxy(URI.create(url).getPort());
        api =
                RunningQueryApi.start(
                        topics,
                        url.replaceFirst(":[0-9]+/", ":" + database.port() + "/"),
                        "",
                        "faultline.query.progress.max-waiters=1",
                        "faultline.query.progress.not-found-wait=10s");
        topics.send(new ProducerRecord<>(topics.catalog().raw().name(), new byte[] {'{'}));
    }

    @AfterEach
    void stop() {
        api.close();
        database.close();
        topics.close();
    }

    @Test
    void findsAGroupThatIsStillOnItsWay() {
        CompletableFuture<Answer> read = read(1);

        topics.publishVisible(state(1), occurrence(1, "m", NOON));

        assertThat(read.join().status()).isEqualTo(200);
    }

    @Test
    void givesUpWhenTheLogHasBeenWorkedOff() {
        CompletableFuture<Answer> read = read(1);
        awaitWaiter();
        assertThat(read).isNotDone();

        topics.aggregateEverything();

        assertThat(read).succeedsWithin(Duration.ofSeconds(5));
        assertThat(read.join().status()).isEqualTo(404);
    }

    @Test
    void letsOnlySoManyWait() {
        CompletableFuture<Answer> read = read(1);
        awaitWaiter();

        Answer oneTooMany = api.get("/api/errors/" + id(2));

        assertThat(oneTooMany.status()).isEqualTo(503);
        assertThat(oneTooMany.retryAfter()).isEqualTo("1");
        topics.aggregateEverything();
        assertThat(read.join().status()).isEqualTo(404);
    }

    @Test
    void succeedsWithACommandWhoseEffectNobodyCanSee() {
        topics.publishVisible(state(1), occurrence(1, "m", NOON));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/api/errors/" + id(1)).status() == 200);
        CompletableFuture<Answer> resolve =
                CompletableFuture.supplyAsync(
                        () -> api.call("PUT", "/api/errors/" + id(1) + "/resolve", "test-api-key"));
        await().until(() -> !topics.read(topics.catalog().commands()).isEmpty());

        database.cut();

        assertThat(resolve.join().status()).isEqualTo(200);
    }

    /// Asks again where the look of [#awaitWaiter] took the only place.
    private CompletableFuture<Answer> read(int n) {
        return CompletableFuture.supplyAsync(() ->
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () -> api.get("/api/errors/" + id(n)),
                                answer -> answer.status() != 503));
    }

    /// The only place is taken: a wait of one second at most is refused at once.
    private void awaitWaiter() {
        String receipt =
                new Receipt(PROJECT, new EventId("e"), id(3), new RawPosition(0, 99)).text();
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        api.get("/api/errors/" + id(3) + "?wait=1&receipt=" + receipt)
                                .error()
                                .startsWith("Too many"));
    }
}
