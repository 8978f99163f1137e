package dev.faultline.alerting.integrations;

import dev.faultline.alerting.secrets.Secret;
import dev.faultline.project.JsonFields;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Headers that a user adds to a webhook, such as `Authorization`.
final class WebhookHeaders {

    private static final int MAX = 10;
    private static final int MAX_VALUE = 1000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Pattern VALUE =
            Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

    /// What the connection, the client or the signature decides.
    private static final Set<String> OURS =
            Set.of(
                    "connection",
                    "content-encoding",
                    "content-length",
                    "content-type",
                    "date",
                    "expect",
                    "host",
                    "http2-settings",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "user-agent");

    private WebhookHeaders() {}

    static Map<String, Secret> read(JsonFields config) {
        if (!config.has("headers")) {
            return Map.of();
        }
        JsonFields headers = config.object("headers");
        if (headers.names().size() > MAX) {
            throw new IllegalArgumentException(
                    "%s must be at most %d".formatted(headers.place(), MAX));
        }
        SortedMap<String, Secret> read = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : headers.names()) {
            String value = headers.text(name).orElse("");
            check(headers, name, value);
            if (read.put(name, new Secret(value)) != null) {
                throw new IllegalArgumentException(
                        "%s has %s twice".formatted(headers.place(), name));
            }
        }
        return read;
    }

    private static void check(JsonFields headers, String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "%s must have names of 1 to 64 letters, digits and hyphens"
                            .formatted(headers.place()));
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (OURS.contains(lower) || lower.startsWith("proxy-") || lower.startsWith("webhook-")) {
            throw new IllegalArgumentException(
                    "%s can't be set: Faultline or the connection sets it"
                            .formatted(headers.place(name)));
        }
        if (value.length() > MAX_VALUE || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "%s must have 1 to %d printable ASCII characters"
                            .formatted(headers.place(name), MAX_VALUE));
        }
    }
}
