package dev.faultline.alerting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A mail server that offers STARTTLS, which GreenMail does not. It takes everything.
final class StarttlsServer implements AutoCloseable {

    private final SSLContext tls;
    private final ServerSocket server;
    private final List<String> clear = new CopyOnWriteArrayList<>();
    private final List<String> encrypted = new CopyOnWriteArrayList<>();

    StarttlsServer(SSLContext tls) throws IOException {
        this.tls = tls;
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> linesInClear() {
        return List.copyOf(clear);
    }

    List<String> linesInTls() {
        return List.copyOf(encrypted);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                say(socket, "220 ready");
                talk(socket, clear);
                SSLSocket secure =
                        (SSLSocket) tls.getSocketFactory().createSocket(socket, null, port(), true);
                secure.setUseClientMode(false);
                talk(secure, encrypted);
            } catch (IOException e) {
                // The client has gone, or does not trust us.
            }
        }
    }

    private static void talk(Socket socket, List<String> heard) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        boolean inMessage = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.add(line);
            inMessage = inMessage ? !line.equals(".") : line.equals("DATA");
            if (inMessage) {
                say(socket, line.equals("DATA") ? "354 go on" : null);
                continue;
            }
            say(socket, answer(line));
            if (line.equals("STARTTLS")) {
                return;
            }
        }
    }

    private static String answer(String line) {
        if (line.startsWith("EHLO")) {
            return "250-hello\r\n250-STARTTLS\r\n250 AUTH PLAIN";
        }
        if (line.startsWith("AUTH")) {
            return "235 welcome";
        }
        return line.equals("STARTTLS") ? "220 go on" : "250 ok";
    }

    private static void say(Socket socket, @Nullable String answer) throws IOException {
        if (answer != null) {
            socket.getOutputStream().write((answer + "\r\n").getBytes(UTF_8));
            socket.getOutputStream().flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
