package dev.faultline.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;

/// A running [TestApplication] and ways to call it.
final class WebFixture implements AutoCloseable {

    static final String KEY = "test-api-key";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ConfigurableApplicationContext application;
    private final HttpClient client = HttpClient.newHttpClient();

    WebFixture(String environment, String... settings) {
        application = TestApplication.start(environment, settings);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(TIMEOUT);
    }

    HttpRequest.Builder withKey(String path) {
        return request(path).header("X-API-Key", KEY);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> getWithKey(String path) {
        return send(withKey(path));
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return send(
                withKey(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body)));
    }

    /// Sends a request as it stands, which no well-behaved client would, and reads the whole
    /// answer.
    String raw(String head) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            socket.getOutputStream()
                    .write(
                            (head + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                                    .getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertError(HttpResponse<String> response, int status, String error, String code) {
        assertThat(response.body())
                .isEqualTo(
                        "{\"error\":\"%s\",\"status\":\"error\",\"code\":\"%s\"}"
                                .formatted(error, code));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/json");
    }

    private int port() {
        return TestApplication.port(application);
    }

    @Override
    public void close() {
        client.close();
        application.close();
    }
}
