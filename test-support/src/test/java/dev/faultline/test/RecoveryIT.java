package dev.faultline.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.embedded.EmbeddedServers;
import dev.faultline.embedded.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a JVM killed with SIGKILL leaves behind is ended by the next start on its directory, and
 * nothing is lost.
 */
class RecoveryIT {

    private static final EnumSet<Server> SERVERS = EnumSet.of(Server.POSTGRES, Server.REDIS);
    private static final Duration START = Duration.ofSeconds(60);

    @TempDir Path directory;

    @AfterEach
    void endOrphans() {
        EmbeddedServers.start(directory, SERVERS).close();
    }

    @Test
    void endsOrphansAndKeepsCommittedRows() throws Exception {
        killJvmThatCommittedARow();
        var postgres = process("postgres/data/postmaster.pid");
        var redis = process("redis/redis.pid");
        assertThat(postgres.isAlive()).isTrue();
        assertThat(redis.isAlive()).isTrue();

        try (var servers = EmbeddedServers.start(directory, SERVERS)) {
            assertThat(rows(servers)).isEqualTo(1);
            assertThat(process("postgres/data/postmaster.pid")).isNotEqualTo(postgres);
            assertThat(process("redis/redis.pid")).isNotEqualTo(redis);
        }
        assertThat(postgres.info().arguments()).isEmpty();
        assertThat(redis.info().arguments()).isEmpty();
    }

    @Test
    void recoversWhenTheServersWereKilledToo() throws Exception {
        killJvmThatCommittedARow();
        process("postgres/data/postmaster.pid").destroyForcibly();
        process("redis/redis.pid").destroyForcibly();

        try (var servers = EmbeddedServers.start(directory, SERVERS)) {
            assertThat(rows(servers)).isEqualTo(1);
            assertThat(servers.redis()).isPresent();
        }
    }

    @Test
    void leavesAForeignProcessWithTheOldPidAlone() throws Exception {
        killJvmThatCommittedARow();
        process("postgres/data/postmaster.pid").destroyForcibly();
        process("redis/redis.pid").destroyForcibly();
        try (var foreign = ChildJvm.of(SleepingProcess.class).start()) {
            foreign.awaitLine("ready", START);
            Files.writeString(
                    directory.resolve("postgres/data/postmaster.pid"), foreign.pid() + "\n");
            Files.writeString(directory.resolve("redis/redis.pid"), foreign.pid() + "\n");

            try (var servers = EmbeddedServers.start(directory, SERVERS)) {
                assertThat(rows(servers)).isEqualTo(1);
            }
            assertThat(foreign.isAlive()).isTrue();
        }
    }

    private void killJvmThatCommittedARow() throws SQLException {
        try (var jvm = ChildJvm.of(ServersProcess.class).arguments(directory).start()) {
            var jdbcUrl = jvm.awaitLine("^postgres ", START).split(" ", -1)[1];
            try (var connection = DriverManager.getConnection(jdbcUrl);
                    var statement = connection.createStatement()) {
                statement.execute("create table committed as select 1 as id");
                jvm.kill9();
            }
        }
    }

    private ProcessHandle process(String pidFile) throws IOException {
        var pid = Files.readString(directory.resolve(pidFile)).lines().findFirst().orElseThrow();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static int rows(EmbeddedServers servers) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(servers.postgres().orElseThrow().jdbcUrl());
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from committed")) {
            count.next();
            return count.getInt(1);
        }
    }
}
