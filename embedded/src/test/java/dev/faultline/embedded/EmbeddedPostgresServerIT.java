package dev.faultline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerIT {

    @TempDir Path directory;

    @Test
    void keepsRowsAndPortOverARestart() throws SQLException {
        String url;
        try (var postgres = EmbeddedPostgresServer.start(directory, 0)) {
            url = postgres.url();
            query(postgres, "create table kept as select 'row' as value; select 'done'");
        }

        try (var postgres = EmbeddedPostgresServer.start(directory, 0)) {
            assertThat(query(postgres, "select value from kept")).isEqualTo("row");
            assertThat(postgres.url())
                    .isEqualTo(url)
                    .matches("postgres://postgres@127\\.0\\.0\\.1:\\d+/faultline");
        }
    }

    @Test
    void isDurable() throws SQLException {
        try (var postgres = EmbeddedPostgresServer.start(directory, 0)) {
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(postgres, "show max_connections")).isEqualTo("50");
            assertThat(query(postgres, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void refusesASecondServerOnTheSameDirectory() throws SQLException {
        try (var postgres = EmbeddedPostgresServer.start(directory, 0)) {
            assertThatThrownBy(() -> EmbeddedPostgresServer.start(directory, 0))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
            assertThat(query(postgres, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void startsAlthoughThePidFileNamesAProcessOfSomebodyElse() throws IOException, SQLException {
        EmbeddedPostgresServer.start(directory, 0).close();
        Files.writeString(
                directory.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        try (var postgres = EmbeddedPostgresServer.start(directory, 0)) {
            assertThat(query(postgres, "select 'alive'")).isEqualTo("alive");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void saysWhyItCannotStart() throws IOException {
        EmbeddedPostgresServer.start(directory, 0).close();
        Files.delete(directory.resolve("data/global/pg_control"));

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(directory, 0))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("The embedded PostgreSQL could not start")
                .hasMessageContaining("could not find the database system")
                .hasMessageContaining("postgres.log");
    }

    private static String query(EmbeddedPostgresServer postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getUpdateCount() >= 0) {
                statement.getMoreResults();
            }
            try (var rows = statement.getResultSet()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }
}
