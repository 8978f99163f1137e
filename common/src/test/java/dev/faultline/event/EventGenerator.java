package dev.faultline.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Makes the JSON of random events, most of them near or beyond a limit.
final class EventGenerator {

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "Z",
                    "0",
                    " ",
                    "é",
                    "€",
                    "😀",
                    "\\n",
                    "\\\"",
                    "\\\\",
                    "\\/",
                    "\\u0000",
                    "\\u0001",
                    "\\ud83d",
                    "\\ude00",
                    "\\ud83d\\ude00",
                    "\\u2028",
                    "\\uFFFF",
                    "…",
                    "<",
                    "[cut, 9 keys]");
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "-0.0",
                    "1",
                    "2147483648",
                    "-9223372036854775809",
                    "1e9",
                    "1E-9",
                    "0.1",
                    "1e308",
                    "1e309",
                    "-1e400",
                    "4.9e-324",
                    "1e-999",
                    "123456789012345678901234567890.12345",
                    "9".repeat(64));
    private static final List<String> LEVELS =
            List.of("error", "warning", "info", "debug", "fatal", "critical");

    private final RandomGenerator random;

    EventGenerator(RandomGenerator random) {
        this.random = random;
    }

    String json() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("message", text(EventLimits.MESSAGE));
        fields.put("source", text(EventLimits.LABEL));
        maybe(fields, "event_id", '"' + "Az09._:@/+=-".repeat(random.nextInt(1, 10)) + '"');
        maybe(fields, "timestamp", timestamp());
        maybe(fields, "level", '"' + one(LEVELS) + '"');
        maybe(fields, "stack_trace", text(EventLimits.STACK_TRACE));
        maybe(fields, "fingerprint", text(EventLimits.FINGERPRINT_PART));
        maybe(fields, "environment", text(EventLimits.LABEL));
        maybe(fields, "url", text(EventLimits.ATTRIBUTE));
        maybe(fields, "user_agent", text(EventLimits.ATTRIBUTE));
        maybe(fields, "ip_address", text(EventLimits.ATTRIBUTE));
        maybe(fields, "context", object(random.nextInt(0, 3) == 0 ? 250 : 8, 31));
        return object(fields);
    }

    private void maybe(Map<String, String> fields, String name, String value) {
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> fields.put(name, "null");
            default -> fields.put(name, value);
        }
    }

    private String timestamp() {
        return "\"%04d-%02d-%02dT%02d:%02d:%02d.%09d%s\""
                .formatted(
                        random.nextInt(1, 9999),
                        random.nextInt(1, 13),
                        random.nextInt(1, 29),
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(60),
                        random.nextInt(1_000_000_000),
                        one(List.of("Z", "+05:30", "-12:00")));
    }

    /// A text shorter than, about as long as, or far longer than a limit.
    private String text(int limit) {
        int pieces =
                switch (random.nextInt(4)) {
                    case 0 -> limit + random.nextInt(-3, 4);
                    case 1 -> limit * 2;
                    default -> random.nextInt(1, 30);
                };
        StringBuilder text = new StringBuilder("\"x");
        String filler = one(PIECES);
        for (int i = 1; i < pieces; i++) {
            text.append(random.nextInt(8) == 0 ? one(PIECES) : filler);
        }
        return text.append('"').toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> "null";
            case 1 -> Boolean.toString(random.nextBoolean());
            case 2, 3 -> one(NUMBERS);
            case 4 -> text(10);
            case 5 -> object(3, depth - 1);
            default -> '[' + value(depth - 1) + ',' + value(depth - 1) + ']';
        };
    }

    private String object(int maxKeys, int depth) {
        Map<String, String> fields = new LinkedHashMap<>();
        int keys = random.nextInt(maxKeys + 1);
        for (int i = 0; i < keys; i++) {
            fields.put("k" + i + one(PIECES), value(depth == 0 ? 0 : random.nextInt(depth)));
        }
        return object(fields);
    }

    private static String object(Map<String, String> fields) {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((name, value) ->
                json.append(json.length() == 1 ? "" : ",")
                        .append('"')
                        .append(name)
                        .append("\":")
                        .append(value));
        return json.append('}').toString();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
