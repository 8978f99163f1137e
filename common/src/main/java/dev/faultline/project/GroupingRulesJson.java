package dev.faultline.project;

import dev.faultline.grouping.rule.FingerprintTemplate;
import dev.faultline.grouping.rule.Glob;
import dev.faultline.grouping.rule.GroupingRule;
import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.grouping.rule.MatchField;
import dev.faultline.grouping.rule.RuleAction.MarkFrames;
import dev.faultline.grouping.rule.RuleAction.SetFingerprint;
import dev.faultline.grouping.rule.RuleMatcher;
import dev.faultline.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes the JSON of grouping rules: in the REST API and in the topic of projects.
///
/// ```json
/// {
///   "id": "declined",
///   "name": "Declined payments",
///   "description": null,
///   "enabled": true,
///   "match": {"type": ["*PaymentException"], "tags": {"tenant": ["acme-*"]}},
///   "fingerprint": ["declined", "{{ tag.tenant }}"]
/// }
/// ```
///
/// Instead of `fingerprint` a rule can have `in_app`, true or false. A pattern can stand without
/// its list. What can't be read is an [IllegalArgumentException] with a sentence for people.
public final class GroupingRulesJson {

    private GroupingRulesJson() {}

    /// Reads what people sent: a field that is not known is a mistake.
    ///
    /// @param newId the id of a rule that has none, by its index
    public static GroupingRules read(List<JsonNode> rules, IntFunction<String> newId) {
        if (rules.size() > GroupingRules.MAX_RULES) {
            throw new IllegalArgumentException(
                    "rules must be at most %d, but are %d"
                            .formatted(GroupingRules.MAX_RULES, rules.size()));
        }
        List<GroupingRule> read = new ArrayList<>(rules.size());
        for (JsonNode rule : rules) {
            int index = read.size();
            read.add(RuleReader.readStrictly(fields(rule, index), newId.apply(index)));
        }
        return new GroupingRules(read);
    }

    /// Reads a single rule that people sent.
    ///
    /// @param newId its id if it has none
    public static GroupingRule read(JsonNode rule, String newId) {
        return RuleReader.readStrictly(new JsonFields("", rule), newId);
    }

    /// Reads what [#write] wrote, perhaps in a newer version: further fields are ignored, but not
    /// further matchers, without which a rule would match more than it should.
    static GroupingRules readRecord(List<JsonNode> rules) {
        List<GroupingRule> read = new ArrayList<>(rules.size());
        for (JsonNode rule : rules) {
            JsonFields fields = fields(rule, read.size());
            read.add(RuleReader.read(fields, fields.required("id").asString()));
        }
        return new GroupingRules(read);
    }

    public static ArrayNode write(GroupingRules rules) {
        ArrayNode json = Json.mapper().createArrayNode();
        rules.rules().forEach(rule -> json.add(write(rule)));
        return json;
    }

    public static ObjectNode write(GroupingRule rule) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("id", rule.id());
        json.put("name", rule.name().isEmpty() ? null : rule.name());
        json.put("description", rule.description().isEmpty() ? null : rule.description());
        json.put("enabled", rule.enabled());
        write(rule.matchers(), json.putObject("match"));
        switch (rule.action()) {
            case SetFingerprint(FingerprintTemplate fingerprint) -> {
                ArrayNode parts = json.putArray(RuleReader.FINGERPRINT);
                fingerprint.parts().forEach(parts::add);
            }
            case MarkFrames(boolean inApp) -> json.put(RuleReader.IN_APP, inApp);
        }
        return json;
    }

    private static void write(List<RuleMatcher> matchers, ObjectNode match) {
        for (RuleMatcher matcher : matchers) {
            String key = matcher.field().key();
            ArrayNode patterns =
                    matcher.field() == MatchField.TAG
                            ? match.withObjectProperty(key).putArray(matcher.tag())
                            : match.putArray(key);
            matcher.patterns().stream().map(Glob::pattern).forEach(patterns::add);
        }
    }

    private static JsonFields fields(JsonNode rule, int index) {
        return new JsonFields("rules[%d]".formatted(index), rule);
    }
}
