package dev.faultline.benchmarks.api;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An answer over HTTP.
 *
 * @param status the HTTP status
 * @param body the body as text
 * @param retryAfter what the header <code>Retry-After</code> asks for, null without one
 */
public record Answer(int status, String body, @Nullable Duration retryAfter) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Whether the server took it: any 2xx. */
    public boolean successful() {
        return status / 100 == 2;
    }

    /** Whether the same request may work later: overload, a server that is starting or away. */
    public boolean temporary() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    /** The member <code>data</code> of the envelope; a missing node where there is none. */
    public JsonNode data() {
        return json().path("data");
    }

    /** Why the request failed: the envelope's <code>error</code>, else the status alone. */
    public String reason() {
        return Optional.ofNullable(json().path("error").stringValue(null))
                .map(error -> status + " " + error)
                .orElse("HTTP status " + status);
    }

    private JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException notJson) {
            // A proxy's error page, for instance.
            return MissingNode.getInstance();
        }
    }
}
