package dev.faultline.audit;

import dev.faultline.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What of a change may be kept: no value whose name sounds like a secret, and not more than 16
/// KiB, beyond which a digest stands for it.
final class Redaction {

    static final int MOST_BYTES = 16 * 1024;

    private static final Pattern SECRET =
            Pattern.compile(
                    "secret|passw|token|hmac|credential|authorization|webhook|pepper|api_key$|^key$");
    private static final String REDACTED = "[redacted]";

    private Redaction() {}

    static JsonNode of(JsonNode value) {
        JsonNode clean = clean(value);
        byte[] json = Json.mapper().writeValueAsBytes(clean);
        return json.length <= MOST_BYTES ? clean : digest(json);
    }

    private static JsonNode clean(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                ObjectNode copy = Json.mapper().createObjectNode();
                object.forEachEntry((name, child) ->
                        copy.set(name, isSecret(name, child) ? redacted() : clean(child)));
                yield copy;
            }
            case ArrayNode list -> {
                ArrayNode copy = Json.mapper().createArrayNode();
                list.forEach(child -> copy.add(clean(child)));
                yield copy;
            }
            default -> value;
        };
    }

    /// What is null says so: that a secret was set or removed is worth knowing. A switch is none.
    private static boolean isSecret(String name, JsonNode value) {
        return !value.isNull() && !value.isBoolean() && SECRET.matcher(name).find();
    }

    private static JsonNode redacted() {
        return Json.mapper().getNodeFactory().stringNode(REDACTED);
    }

    private static JsonNode digest(byte[] json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
            return Json.mapper()
                    .createObjectNode()
                    .put("bytes", json.length)
                    .put("sha256", HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
