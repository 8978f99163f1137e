package dev.faultline.project;

import static dev.faultline.project.SettingsSamples.DECLINED;
import static dev.faultline.project.SettingsSamples.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.grouping.rule.GroupingRule;
import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.json.Json;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GroupingRulesJsonTest {

    private static final String MINIMAL =
            """
            {"match": {"message": "*timeout*"}, "fingerprint": "timeout"}
            """;

    @Test
    void readsWhatItWrites() {
        JsonNode written = GroupingRulesJson.write(SETTINGS.grouping());

        assertThat(GroupingRulesJson.read(List.copyOf(written.values()), _ -> "unused"))
                .isEqualTo(SETTINGS.grouping());
        assertThat(GroupingRulesJson.read(GroupingRulesJson.write(DECLINED), "unused"))
                .isEqualTo(DECLINED);
    }

    @Test
    void givesRulesWithoutAnIdOne() {
        JsonNode rule = Json.mapper().readTree(MINIMAL);

        GroupingRules rules = GroupingRulesJson.read(List.of(rule, rule), i -> "rule-" + i);

        assertThat(rules.rules().stream().map(GroupingRule::id))
                .containsExactly("rule-0", "rule-1");
    }

    @Test
    void takesAShortForm() {
        GroupingRule rule = GroupingRulesJson.read(Json.mapper().readTree(MINIMAL), "given");

        assertThat(GroupingRulesJson.write(rule))
                .isEqualTo(
                        Json.mapper()
                                .readTree(
                                        """
                                        {
                                          "id": "given",
                                          "name": null,
                                          "description": null,
                                          "enabled": true,
                                          "match": {"message": ["*timeout*"]},
                                          "fingerprint": ["timeout"]
                                        }
                                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    []                                               | rules[1] must be an object
                    {"match": {"type": "A"}, "fingerprint": ["a"], "x": 1} | rules[1].x is unknown: known are description, enabled, fingerprint, id, in_app, match, name
                    {"fingerprint": ["a"]}                           | rules[1].match is required
                    {"match": null, "fingerprint": ["a"]}            | rules[1].match is required
                    {"match": "A", "fingerprint": ["a"]}             | rules[1].match must be an object
                    {"match": {}, "fingerprint": ["a"]}              | rules[1].match must have a matcher: {"message": "*"} is met by every event
                    {"match": {"tag": "A"}, "fingerprint": ["a"]}    | rules[1].match.tag is unknown: known are environment, function, level, message, module, path, source, tags, type
                    {"match": {"type": 1}, "fingerprint": ["a"]}     | rules[1].match.type must be a string or a list of strings
                    {"match": {"type": ["A", 1]}, "fingerprint": ["a"]} | rules[1].match.type[1] must be a string
                    {"match": {"type": []}, "fingerprint": ["a"]}    | rules[1].match.type must have 1 to 20 patterns, but has 0
                    {"match": {"path": ["a", ""]}, "fingerprint": ["a"]} | rules[1].match.path[1] must have 1 to 500 characters, but has 0
                    {"match": {"tags": "A"}, "fingerprint": ["a"]}   | rules[1].match.tags must be an object
                    {"match": {"tags": {"t": [""]}}, "fingerprint": ["a"]} | rules[1].match.tags.t[0] must have 1 to 500 characters, but has 0
                    {"match": {"tags": {"": "x"}}, "fingerprint": ["a"]} | rules[1].match.tags must name tags of 1 to 200 characters
                    {"match": {"type": "A"}}                         | rules[1].fingerprint or rules[1].in_app: a rule has one of the two
                    {"match": {"type": "A"}, "fingerprint": ["a"], "in_app": true} | rules[1].fingerprint or rules[1].in_app: a rule has one of the two
                    {"match": {"type": "A"}, "fingerprint": []}      | rules[1].fingerprint must have 1 to 16 parts, but has 0
                    {"match": {"type": "A"}, "fingerprint": ["{{ x }}"]} | rules[1].fingerprint[0] names {{ x }}: known are {{ default }}, {{ type }}, {{ message }}, {{ function }}, {{ module }}, {{ source }}, {{ environment }}, {{ level }} and {{ tag.NAME }}
                    {"match": {"type": "A"}, "in_app": "no"}         | rules[1].in_app must be true or false
                    {"match": {"type": "A"}, "in_app": true}         | rules[1].in_app needs a matcher on frames: function, module or path
                    {"match": {"type": "A"}, "fingerprint": ["a"], "enabled": 1} | rules[1].enabled must be true or false
                    {"match": {"type": "A"}, "fingerprint": ["a"], "id": 1} | rules[1].id must be a string
                    {"match": {"type": "A"}, "fingerprint": ["a"], "id": "a b"} | rules[1].id must be 1 to 64 letters, digits, hyphens, dots or underscores
                    {"match": {"type": "A"}, "fingerprint": ["a"], "id": "r0"} | rules[1].id must be unique, but rules[0] has r0 too
                    """)
    void saysWhatIsWrongAndWhere(String rule, String sentence) {
        JsonNode first = Json.mapper().readTree(MINIMAL);
        JsonNode second = Json.mapper().readTree(rule);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupingRulesJson.read(List.of(first, second), i -> "r" + i))
                .withMessage(sentence);
    }

    @Test
    void saysWhatIsWrongWithASingleRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupingRulesJson.read(Json.mapper().readTree("{}"), "r"))
                .withMessage("match is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupingRulesJson.read(Json.mapper().readTree("[]"), "r"))
                .withMessage("the body must be an object");
    }

    @Test
    void readsNoMoreThanTheLimit() {
        List<JsonNode> many = Collections.nCopies(201, Json.mapper().readTree(MINIMAL));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupingRulesJson.read(many, i -> "r" + i))
                .withMessage("rules must be at most 200, but are 201");
    }
}
