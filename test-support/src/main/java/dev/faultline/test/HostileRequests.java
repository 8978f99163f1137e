package dev.faultline.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Requests that no client in its right mind sends, to every route there is. The same for a seed.
public final class HostileRequests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int EXCERPT = 300;
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private static final List<String> TEXTS =
            List.of(
                    "",
                    "%00",
                    "\u0000",
                    "\u0001\u001b[2J",
                    "\ud800",
                    "’; drop table errors; --",
                    "' or '1'='1",
                    "../../etc/passwd",
                    "..;/",
                    "${jndi:ldap://127.0.0.1/a}",
                    "#{7*7}",
                    "<script>alert(1)</script>",
                    "-1",
                    "0",
                    "101",
                    "9223372036854775808",
                    "1e400",
                    "NaN",
                    "\ud83d\udca9\u202e\u0000",
                    "0".repeat(500),
                    "a".repeat(3_000),
                    "00000000-0000-0000-0000-000000000000",
                    "2026-02-30T25:61:61Z",
                    "[]",
                    "null");

    private static final List<String> NAMES =
            List.of(
                    "limit",
                    "offset",
                    "level",
                    "source",
                    "hours",
                    "receipt",
                    "wait",
                    "period",
                    "group_by",
                    "timeframe",
                    "cursor",
                    "message",
                    "stack_trace",
                    "context",
                    "fingerprint",
                    "event_id",
                    "timestamp",
                    "url",
                    "environment",
                    "rules",
                    "revision",
                    "match",
                    "id",
                    "name",
                    "enabled",
                    "threshold",
                    "time_window",
                    "notifications",
                    "permissions",
                    "expires_at",
                    "email",
                    "role",
                    "config");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String key;
    private final RandomGenerator random;

    /// @param key a valid one, sent with every request
    public HostileRequests(URI base, String key, RandomGenerator random) {
        this.base = base;
        this.key = key;
        this.random = random;
    }

    /// Sends some.
    ///
    /// @param routes method and path each, `GET /api/errors/{id}`
    /// @param perRoute how many to each
    /// @return what was answered with a server error other than 503, in words
    public List<String> send(List<String> routes, int perRoute) {
        List<String> faults = new ArrayList<>();
        for (String route : routes) {
            for (int i = 0; i < perRoute; i++) {
                Attempt attempt = attempt(route);
                Answer answer = answer(attempt);
                if (answer.status() >= 500 && answer.status() != 503) {
                    faults.add("%s -> %s %s".formatted(attempt, answer.status(), answer.body()));
                }
            }
        }
        return faults;
    }

    private Attempt attempt(String route) {
        int space = route.indexOf(' ');
        String path = VARIABLE.matcher(route.substring(space + 1)).replaceAll(_ -> encoded(text()));
        byte[] body = body();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path + query()))
                        .timeout(TIMEOUT)
                        .header("X-API-Key", key)
                        .header("Content-Type", contentType())
                        .method(route.substring(0, space), BodyPublishers.ofByteArray(body))
                        .build();
        return new Attempt(request, excerpt(new String(body, UTF_8)));
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(pick(NAMES))
                    .append('=')
                    .append(encoded(text()));
        }
        return query.toString();
    }

    private static String excerpt(String text) {
        return text.length() > EXCERPT ? text.substring(0, EXCERPT) + "..." : text;
    }

    private String contentType() {
        return pick(
                List.of(
                        "application/json",
                        "application/json",
                        "application/json",
                        "application/x-ndjson",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data; boundary=x",
                        "text/plain",
                        "*/*",
                        ";;;"));
    }

    private byte[] body() {
        if (random.nextInt(4) == 0) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            return bytes;
        }
        byte[] json = json(random.nextInt(1, 5)).getBytes(UTF_8);
        if (random.nextInt(4) == 0 && json.length > 0) {
            json[random.nextInt(json.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(20) == 0 ? "[".repeat(100_000).getBytes(UTF_8) : json;
    }

    private String json(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 8)) {
            case 0 -> quoted(text());
            case 1 -> Double.toString(random.nextGaussian() * 1e9);
            case 2 -> pick(List.of("null", "true", "false", "-0", "1e999", "9".repeat(70)));
            case 3 -> Integer.toString(random.nextInt());
            case 4 -> "[" + json(depth - 1) + "," + json(depth - 1) + "]";
            default -> {
                StringBuilder object = new StringBuilder("{");
                for (int i = random.nextInt(1, 6); i > 0; i--) {
                    object.append(quoted(pick(NAMES))).append(':').append(json(depth - 1));
                    object.append(i == 1 ? "" : ",");
                }
                yield object.append('}').toString();
            }
        };
    }

    /// Control characters stay as they are now and then: that is no JSON.
    private String quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return '"'
                + (random.nextInt(8) == 0 ? escaped : escaped.replace("\u0000", "\\u0000"))
                + '"';
    }

    private String text() {
        return pick(TEXTS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Answer answer(Attempt attempt) {
        try {
            HttpResponse<InputStream> answer =
                    http.send(attempt.request(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return new Answer(
                        answer.statusCode(),
                        isEndless(answer) ? "" : new String(body.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + attempt, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isEndless(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .startsWith("text/event-stream");
    }

    private record Answer(int status, String body) {}

    private record Attempt(HttpRequest request, String body) {

        @Override
        public String toString() {
            return "%s %s (%s) %s"
                    .formatted(
                            request.method(),
                            request.uri(),
                            request.headers().firstValue("Content-Type").orElse(""),
                            body);
        }
    }
}
