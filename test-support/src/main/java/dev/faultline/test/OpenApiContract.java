package dev.faultline.test;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.faultline.json.Json;
import dev.faultline.openapi.OpenApiDocument;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Holds what a running API takes and answers to the OpenAPI document. To be asked about every
/// exchange that a test has with it: what the document does not describe is an [AssertionError].
public final class OpenApiContract {

    private static final String DOCUMENT = "urn:faultline:openapi";
    private static final String JSON_SCHEMA = "/application~1json/schema";
    private static final String PROBLEM = "/components/schemas/Problem";
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    /// An event's id may hold slashes, or be left out, which OpenAPI's templates can't say.
    private static final String ANY_SEGMENTS = "/api/events/{event_id}";

    private static final JsonNode JSON = OpenApiDocument.read().json();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemas(Map.of(DOCUMENT, JSON.toString())));

    private OpenApiContract() {}

    /// @param target path and query, as they were sent
    /// @param request the JSON that was sent; null if none was, or something else
    /// @param answer the body; empty if there was none
    public static void check(
            String method, String target, @Nullable String request, int status, String answer) {
        if (method.equals("HEAD") || method.equals("OPTIONS")) {
            return;
        }
        String path = target.replaceAll("[?#].*", "");
        String exchange = "%s %s, answered %d with %s".formatted(method, path, status, answer);
        Optional<String> template = template(path);
        String operation =
                "/paths/" + escape(template.orElse("")) + "/" + method.toLowerCase(Locale.ROOT);
        boolean documented = template.isPresent() && !JSON.at(operation).isMissingNode();
        // A stage that runs alone has not the others' methods.
        if (!documented || status == 405) {
            require(status == 401 || status == 404 || status == 405, exchange + ": not documented");
            requireValid(PROBLEM, answer, exchange);
            return;
        }
        String body = operation + "/requestBody/content" + JSON_SCHEMA;
        if (request != null && status < 300 && !JSON.at(body).isMissingNode()) {
            requireValid(body, request, exchange + " to " + request);
        }
        checkAnswer(operation + "/responses/" + status, answer, exchange);
    }

    private static void checkAnswer(String place, String answer, String exchange) {
        JsonNode response = JSON.at(place);
        require(!response.isMissingNode(), exchange + ": the status is not documented");
        String resolved =
                response.has("$ref") ? response.get("$ref").stringValue().substring(1) : place;
        JsonNode content = JSON.at(resolved + "/content");
        if (content.isMissingNode()) {
            require(answer.isEmpty(), exchange + ": no body is documented");
        } else if (content.has("application/json")) {
            requireValid(resolved + "/content" + JSON_SCHEMA, answer, exchange);
        } else {
            require(!answer.isEmpty(), exchange + ": a body is documented");
        }
    }

    private static Optional<String> template(String path) {
        JsonNode paths = JSON.get("paths");
        if (paths.has(path)) {
            return Optional.of(path);
        }
        return paths.propertyNames().stream()
                .filter(template -> matches(template, path))
                .findFirst();
    }

    private static boolean matches(String template, String path) {
        String segment = template.equals(ANY_SEGMENTS) ? ".*" : "[^/]+";
        return path.matches(PARAMETER.matcher(template).replaceAll(segment));
    }

    private static void requireValid(String place, String json, String exchange) {
        List<Error> errors = errors(place, Json.mapper().readTree(json));
        require(errors.isEmpty(), exchange + ": " + errors);
    }

    /// What a value lacks to be as the schema at this place of the document says.
    ///
    /// @param place a JSON pointer
    public static List<Error> errors(String place, JsonNode value) {
        Schema schema = SCHEMAS.getSchema(SchemaLocation.of(DOCUMENT + "#" + place));
        return schema.validate(
                value,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }
}
