package dev.faultline.query;

import static dev.faultline.query.Groups.NOON;
import static dev.faultline.query.Groups.id;
import static dev.faultline.query.Groups.occurrence;
import static dev.faultline.query.Groups.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.query.RunningQueryApi.Answer;
import dev.faultline.test.PostgresFixture;
import dev.faultline.test.RedisFixture;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageIT {

    private TestTopics topics;
    private TcpProxy database;
    private TcpProxy redis;
    private String databaseUrl;
    private RunningQueryApi api;

    @BeforeEach
    void start() {
        topics = new TestTopics();
        String url = PostgresFixture.freshDatabase();
        database = new TcpProxy(URI.create(url).getPort());
        redis = new TcpProxy(URI.create(RedisFixture.url()).getPort());
        databaseUrl = url;
        api = startApi();
        publish(1);
        awaitTotal(1);
    }

    private RunningQueryApi startApi() {
        return RunningQueryApi.start(
                topics,
                databaseUrl.replaceFirst(":[0-9]+/", ":" + database.port() + "/"),
                "redis://127.0.0.1:" + redis.port(),
                // A busy machine must not look like an outage.
                "faultline.query.cache.command-timeout=2s");
    }

    @AfterEach
    void stop() {
        api.close();
        database.close();
        redis.close();
        topics.close();
    }

    @Test
    void answersFromTheCacheWhileNothingChanges() {
        topics.awaitProjected(databaseUrl);
        await().until(() -> {
            api.get("/api/errors");
            return cachedAnswers() > 0;
        });

        execute("update query.errors set message = 'changed behind the projector'");

        assertThat(api.get("/api/errors").body()).contains("\"message\":\"m\"");
        withRedis(RedisCommands::flushall);
        assertThat(api.get("/api/errors").body()).contains("changed behind the projector");
    }

    @Test
    void readsOnWithoutRedisAndIsNeverOutOfDate() {
        redis.cut();
        publish(2);
        awaitTotal(2);
        publish(3);
        awaitTotal(3);

        redis.restore();

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> total() == 3);
    }

    @Test
    void startsWithoutRedis() {
        api.close();
        redis.cut();

        api = startApi();

        awaitTotal(1);
        redis.restore();
        await().until(() -> {
            api.get("/api/errors");
            return cachedAnswers() > 0;
        });
    }

    @Test
    void saysThatTheDatabaseIsAwayAndGoesOnWhenItIsBack() {
        database.cut();
        withRedis(RedisCommands::flushall);

        Answer answer = api.get("/api/errors/" + id(1));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.error()).isEqualTo("The database does not answer: try again shortly");
        assertThat(api.get("/api/errors").status()).isEqualTo(503);
        assertThat(api.get("/health").status()).isEqualTo(200);
        publish(2);

        database.restore();

        awaitTotal(2);
    }

    @Test
    void losesNothingWhenConnectionsAreTerminated() {
        for (int n = 2; n < 200; n++) {
            publish(n);
            if (n % 40 == 0) {
                execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where application_name like 'faultline%' and datname = current_database()");
            }
        }

        awaitTotal(199);
    }

    private void publish(int n) {
        topics.publishVisible(state(n), occurrence(n, "m", NOON));
    }

    private void awaitTotal(long total) {
        await().atMost(Duration.ofSeconds(30)).until(() -> total() == total);
    }

    private long total() {
        Answer answer = api.get("/api/errors");
        return answer.status() == 200 ? answer.data().get("total").longValue() : -1;
    }

    private long cachedAnswers() {
        List<Long> keys = new ArrayList<>();
        withRedis(commands ->
                keys.add((long) commands.keys(topics.prefix() + "query:answer:*").size()));
        return keys.getFirst();
    }

    private static void withRedis(Consumer<RedisCommands<String, String>> use) {
        try (RedisClient client = RedisClient.create(RedisFixture.url());
                var connection = client.connect()) {
            use.accept(connection.sync());
        }
    }

    private void execute(String sql) {
        TestDatabase.execute(databaseUrl, sql);
    }
}
