package dev.faultline.project;

import dev.faultline.json.Json;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/// Reads the body of a request, strictly: a mistake in settings should not look like success.
public final class SettingsBody {

    private static final int MAX_BYTES = 1024 * 1024;

    private SettingsBody() {}

    /// @throws ApiException `400` if it is no JSON, `413` if it is too large
    public static JsonNode read(HttpServletRequest request) {
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw invalid("The body ended early");
        }
        if (body.length > MAX_BYTES) {
            throw new ApiException(
                    ProblemType.PAYLOAD_TOO_LARGE,
                    "The body must have at most %d bytes".formatted(MAX_BYTES));
        }
        try {
            return Json.strict().readTree(body);
        } catch (StreamConstraintsException e) {
            throw invalid("The JSON is too large or too deep: " + e.getOriginalMessage());
        } catch (JacksonException e) {
            throw invalid("Malformed JSON");
        }
    }

    /// @throws ApiException `400` if it is no JSON object, `413` if it is too large
    public static JsonFields readFields(HttpServletRequest request) {
        JsonNode body = read(request);
        return checked(() -> new JsonFields("", body));
    }

    /// The same for a request that needs no body.
    ///
    /// @return empty if there is none
    /// @throws ApiException `400` if it is no JSON object, `413` if it is too large
    public static Optional<JsonFields> readOptionalFields(HttpServletRequest request) {
        JsonNode body = read(request);
        return body.isMissingNode()
                ? Optional.empty()
                : Optional.of(checked(() -> new JsonFields("", body)));
    }

    /// What a caller sent, understood.
    ///
    /// @throws ApiException `400` with the sentence that says why it can't be
    public static <T> T checked(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private static ApiException invalid(String sentence) {
        return new ApiException(ProblemType.INVALID_REQUEST, sentence);
    }
}
