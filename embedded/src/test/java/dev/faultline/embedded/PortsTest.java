package dev.faultline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir Path directory;

    @Test
    void keepsTheChosenPort() throws IOException {
        int chosen = Ports.choose("Kafka", directory, 0);

        assertThat(Ports.choose("Kafka", directory, 0)).isEqualTo(chosen);
    }

    @Test
    void choosesAnotherPortWhenTheStoredOneIsTaken() throws IOException {
        int chosen = Ports.choose("Kafka", directory, 0);

        try (var _ = listenOn(chosen)) {
            assertThat(Ports.choose("Kafka", directory, 0)).isNotEqualTo(chosen);
        }
    }

    @Test
    void choosesAgainWhenTheStoredPortIsUnreadable() throws IOException {
        Files.writeString(directory.resolve("faultline.port"), "2x");

        assertThat(Ports.choose("Kafka", directory, 0)).isPositive();
    }

    @Test
    void refusesATakenPortThatIsWanted() throws IOException {
        int taken = Ports.chooseFree();

        try (var _ = listenOn(taken)) {
            assertThatThrownBy(() -> Ports.choose("Kafka", directory, taken))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessage(
                            "Port %d, wanted for the embedded Kafka, is in use: stop the program that listens there or choose another port.",
                            taken);
        }
    }

    private static ServerSocket listenOn(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
    }
}
