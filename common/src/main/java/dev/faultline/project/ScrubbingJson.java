package dev.faultline.project;

import dev.faultline.json.Json;
import dev.faultline.scrub.AddressPolicy;
import dev.faultline.scrub.CustomPattern;
import dev.faultline.scrub.ScrubRule;
import dev.faultline.scrub.ScrubbingSettings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of [ScrubbingSettings], in the topic of projects and in the REST API. What it does not
/// name stays as it is by default.
public final class ScrubbingJson {

    private static final Set<String> FIELDS =
            Set.of("extra_keys", "safe_keys", "patterns", "rules", "ip_address");
    private static final Set<String> PATTERN_FIELDS = Set.of("name", "pattern");

    private ScrubbingJson() {}

    public static JsonNode write(ScrubbingSettings settings) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.set("extra_keys", Json.mapper().valueToTree(new TreeSet<>(settings.extraKeys())));
        json.set("safe_keys", Json.mapper().valueToTree(new TreeSet<>(settings.safeKeys())));
        json.set("patterns", Json.mapper().valueToTree(settings.patterns()));
        ObjectNode rules = json.putObject("rules");
        for (ScrubRule rule : ScrubRule.values()) {
            Boolean on = settings.rules().get(rule);
            if (on != null) {
                rules.put(rule.text(), on);
            }
        }
        json.put("ip_address", settings.ipAddress().text());
        return json;
    }

    /// @throws IllegalArgumentException if it can't be read as a whole; a sentence that says where
    public static ScrubbingSettings read(JsonFields json) {
        json.only(FIELDS);
        return json.make(() ->
                new ScrubbingSettings(
                        keys(json, "extra_keys"),
                        keys(json, "safe_keys"),
                        patterns(json),
                        rules(json),
                        address(json)));
    }

    private static Set<String> keys(JsonFields json, String name) {
        return json.has(name) ? Set.copyOf(json.texts(name)) : Set.of();
    }

    private static List<CustomPattern> patterns(JsonFields json) {
        if (!json.has("patterns")) {
            return List.of();
        }
        List<JsonNode> list = json.list("patterns");
        return IntStream.range(0, list.size())
                .mapToObj(i -> new JsonFields("patterns[%d]".formatted(i), list.get(i)))
                .map(fields -> fields.only(PATTERN_FIELDS))
                .map(fields ->
                        new CustomPattern(required(fields, "name"), required(fields, "pattern")))
                .toList();
    }

    private static String required(JsonFields fields, String name) {
        return fields.text(name)
                .orElseThrow(
                        () -> new IllegalArgumentException(fields.place(name) + " is required"));
    }

    private static Map<ScrubRule, Boolean> rules(JsonFields json) {
        Map<ScrubRule, Boolean> rules = new EnumMap<>(ScrubRule.class);
        if (json.has("rules")) {
            JsonFields switches = json.object("rules");
            for (String name : switches.names()) {
                rules.put(rule(switches, name), switches.flag(name).orElse(true));
            }
        }
        return rules;
    }

    private static ScrubRule rule(JsonFields switches, String name) {
        return ScrubRule.parse(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "%s is unknown: known are %s"
                                        .formatted(
                                                switches.place(name),
                                                names(ScrubRule.values(), ScrubRule::text))));
    }

    private static AddressPolicy address(JsonFields json) {
        return json.text("ip_address")
                .map(text ->
                        AddressPolicy.parse(text)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "ip_address must be one of "
                                                        + names(
                                                                AddressPolicy.values(),
                                                                AddressPolicy::text))))
                .orElse(AddressPolicy.KEEP);
    }

    private static <T> String names(T[] values, java.util.function.Function<T, String> text) {
        return Arrays.stream(values).map(text).collect(Collectors.joining(", "));
    }
}
