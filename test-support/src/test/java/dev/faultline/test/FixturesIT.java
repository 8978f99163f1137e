package dev.faultline.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class FixturesIT {

    @Test
    void givesAKafkaThatAnswers() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", KafkaFixture.bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get(10, TimeUnit.SECONDS)).hasSize(1);
        }
        assertThat(KafkaFixture.bootstrapServers()).isEqualTo(KafkaFixture.bootstrapServers());
    }

    @Test
    void givesARedisThatAnswers() throws Exception {
        var url = URI.create(RedisFixture.url());

        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(5)).asString().isEqualTo("+PONG");
        }
    }

    @Test
    void givesEachWhoAsksAnEmptyDatabase() throws Exception {
        var first = PostgresFixture.freshDatabase();
        var second = PostgresFixture.freshDatabase();

        assertThat(first).isNotEqualTo(second).startsWith("postgres://postgres@127.0.0.1:");
        for (var url : new String[] {first, second}) {
            try (var connection = DriverManager.getConnection(PostgresFixture.jdbcUrl(url));
                    var statement = connection.createStatement()) {
                statement.execute("create table mine (id int)");
            }
        }
    }
}
