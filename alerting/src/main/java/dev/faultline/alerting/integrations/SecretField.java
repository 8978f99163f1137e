package dev.faultline.alerting.integrations;

import dev.faultline.alerting.egress.HttpUrl;
import dev.faultline.json.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A field of a config that is secret, at least in part.
///
/// @param isSentToConfidant whether delivering shows it to the other side
record SecretField(String name, Masking masking, boolean isSentToConfidant) {

    private static final String MASK = "****";
    private static final String WEBHOOK_MASK = "whsec_****";

    /// What is shown instead.
    enum Masking {
        /// Nothing of it.
        WHOLE,
        /// Scheme and host, like `https://hooks.slack.com/...`.
        PATH,
        /// That it is the secret of a webhook.
        WEBHOOK_SECRET,
        /// The names of an object's values.
        VALUES
    }

    /// What may be shown of a value; null of null.
    JsonNode mask(JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        return switch (masking) {
            case WHOLE -> text(MASK);
            case PATH -> text(HttpUrl.parse(value.stringValue()).toString());
            case WEBHOOK_SECRET -> text(WEBHOOK_MASK);
            case VALUES -> {
                ObjectNode masked = Json.mapper().createObjectNode();
                value.propertyNames().forEach(name -> masked.put(name, MASK));
                yield masked;
            }
        };
    }

    /// Puts the stored value where a user sent back its mask.
    JsonNode unmask(JsonNode sent, JsonNode stored) {
        if (stored.isNull() || stored.isMissingNode()) {
            return sent;
        }
        if (masking != Masking.VALUES || !sent.isObject()) {
            return sent.equals(mask(stored)) ? stored : sent;
        }
        ObjectNode unmasked = Json.mapper().createObjectNode();
        for (Map.Entry<String, JsonNode> value : sent.properties()) {
            JsonNode known = stored.path(value.getKey());
            boolean isMask = value.getValue().equals(text(MASK));
            unmasked.set(
                    value.getKey(), isMask && !known.isMissingNode() ? known : value.getValue());
        }
        return unmasked;
    }

    /// @throws IllegalArgumentException if it is a mask, with nothing stored behind it
    void refuseMask(JsonNode value) {
        boolean masked =
                switch (masking) {
                    case WHOLE -> value.equals(text(MASK));
                    case WEBHOOK_SECRET -> value.equals(text(WEBHOOK_MASK));
                    case VALUES -> value.values().contains(text(MASK));
                    // Is a URL like any other.
                    case PATH -> false;
                };
        if (masked) {
            throw new IllegalArgumentException(
                    "%s is masked, and nothing is stored behind the mask: send it in clear"
                            .formatted(name));
        }
    }

    private static JsonNode text(String text) {
        return Json.mapper().getNodeFactory().stringNode(text);
    }
}
