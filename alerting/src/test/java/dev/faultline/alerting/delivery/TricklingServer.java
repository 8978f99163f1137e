package dev.faultline.alerting.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/// Answers with a header that has no end, a character at a time.
final class TricklingServer implements AutoCloseable {

    private static final long PAUSE_NANOS = 50_000_000;

    private final ServerSocket server;

    TricklingServer() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::trickle);
    }

    int port() {
        return server.getLocalPort();
    }

    private void trickle() {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(US_ASCII));
            while (!server.isClosed()) {
                socket.getOutputStream().write('x');
                socket.getOutputStream().flush();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
