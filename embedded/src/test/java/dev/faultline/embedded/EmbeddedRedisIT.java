package dev.faultline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisIT {

    @TempDir Path directory;

    @Test
    void isABoundedCacheThatStartsEmptyOnTheSamePort() {
        String url;
        try (var redis = EmbeddedRedis.start(directory, 0)) {
            url = redis.url();
            assertThat(ask(redis, commands -> commands.set("key", "value"))).isEqualTo("OK");
            assertThat(ask(redis, commands -> commands.configGet("maxmemory")))
                    .isEqualTo("{maxmemory=67108864}");
        }

        try (var redis = EmbeddedRedis.start(directory, 0)) {
            assertThat(redis.url()).isEqualTo(url);
            assertThat(ask(redis, RedisCommands::dbsize)).isEqualTo("0");
        }
    }

    @Test
    void endsItsProcessWhenClosed() throws IOException {
        ProcessHandle process;
        try (var _ = EmbeddedRedis.start(directory, 0)) {
            process = daemon().process().orElseThrow();
        }

        assertThat(process.info().arguments()).isEmpty();
    }

    @Test
    void startsAlthoughThePidFileNamesAProcessOfSomebodyElse() throws IOException {
        Files.writeString(directory.resolve("redis.pid"), ProcessHandle.current().pid() + "\n");

        try (var redis = EmbeddedRedis.start(directory, 0)) {
            assertThat(ask(redis, RedisCommands::ping)).isEqualTo("PONG");
        }
    }

    @Test
    void refusesASecondServerOnTheSameDirectory() {
        try (var redis = EmbeddedRedis.start(directory, 0)) {
            assertThatThrownBy(() -> EmbeddedRedis.start(directory, 0))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("is in use by process");
            assertThat(ask(redis, RedisCommands::ping)).isEqualTo("PONG");
        }
    }

    private Daemon daemon() {
        return new Daemon(directory.resolve("redis.pid"), Directories.prepare(directory));
    }

    private static String ask(
            EmbeddedRedis redis, Function<RedisCommands<String, String>, Object> question) {
        try (var client = RedisClient.create(redis.url());
                var connection = client.connect()) {
            return question.apply(connection.sync()).toString();
        }
    }
}
