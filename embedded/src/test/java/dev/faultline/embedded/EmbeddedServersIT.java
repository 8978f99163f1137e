package dev.faultline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {

    @TempDir Path directory;

    @Test
    void startsAllAndKeepsTheirAddresses() {
        String first;
        try (var servers = EmbeddedServers.start(directory, EnumSet.allOf(Server.class))) {
            first = addresses(servers);
        }

        try (var servers = EmbeddedServers.start(directory, EnumSet.allOf(Server.class))) {
            assertThat(addresses(servers)).isEqualTo(first);
            assertThat(servers.redisUnavailable()).isEmpty();
        }
    }

    @Test
    void startsOnlyTheChosenOnes() {
        try (var servers = EmbeddedServers.start(directory, EnumSet.of(Server.REDIS))) {
            assertThat(servers.redis()).isPresent();
            assertThat(servers.kafka()).isEmpty();
            assertThat(servers.postgres()).isEmpty();
        }
    }

    @Test
    void refusesASecondFaultlineOnTheSameDirectory() {
        try (var _ = EmbeddedServers.start(directory, EnumSet.of(Server.REDIS))) {
            assertThatThrownBy(() -> EmbeddedServers.start(directory, EnumSet.of(Server.POSTGRES)))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void stopsTheOthersWhenOneCannotStart() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var ports = Map.of(Server.REDIS, 0, Server.POSTGRES, taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedServers.start(directory, ports))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }

        var redis = directory.toRealPath().resolve("redis");
        assertThat(new Daemon(redis.resolve("redis.pid"), redis).process()).isEmpty();
        EmbeddedServers.start(directory, EnumSet.of(Server.REDIS)).close();
    }

    private static String addresses(EmbeddedServers servers) {
        return servers.kafka().orElseThrow().bootstrapServers()
                + " "
                + servers.postgres().orElseThrow().url()
                + " "
                + servers.redis().orElseThrow().url();
    }
}
