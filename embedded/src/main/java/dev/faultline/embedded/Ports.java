package dev.faultline.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * The ports of the embedded servers. A chosen port is kept beside the data, so that clients find it
 * again after a restart.
 */
final class Ports {

    /**
     * Below the range from which the systems take the ports of outgoing connections (Linux from
     * 32768, macOS from 49152), so that no connection takes a port between its choice and its use.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private static final int ATTEMPTS = 100;

    private Ports() {}

    /**
     * @param wanted a port that must be used, or 0 to keep the stored one or, if there is none or
     *     it is taken, to choose a free one
     */
    static int choose(String server, Path directory, int wanted) throws IOException {
        var stored = directory.resolve("faultline.port");
        if (wanted != 0) {
            if (!isFree(wanted)) {
                throw new EmbeddedServerException(
                        "Port %d, wanted for the embedded %s, is in use: stop the program that listens there or choose another port."
                                .formatted(wanted, server));
            }
            return wanted;
        }
        int port = read(stored);
        if (port == 0 || !isFree(port)) {
            port = chooseFree();
            Files.writeString(stored, Integer.toString(port));
        }
        return port;
    }

    static int chooseFree() {
        var random = RandomGenerator.getDefault();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = random.nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new EmbeddedServerException(
                "No free port found between %d and %d on the loopback interface: check what listens there, or name a port."
                        .formatted(LOWEST, HIGHEST));
    }

    private static int read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try {
            int port = Integer.parseInt(Files.readString(file).strip());
            return port > 0 && port <= 65_535 ? port : 0;
        } catch (NumberFormatException e) {
            // Half written by a killed run: chosen again.
            return 0;
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
