package dev.faultline.project;

import dev.faultline.grouping.rule.FingerprintTemplate;
import dev.faultline.grouping.rule.GroupingRule;
import dev.faultline.grouping.rule.MatchField;
import dev.faultline.grouping.rule.RuleAction;
import dev.faultline.grouping.rule.RuleMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a single rule.
final class RuleReader {

    static final String FINGERPRINT = "fingerprint";
    static final String IN_APP = "in_app";

    private static final Set<String> FIELDS =
            Set.of("id", "name", "description", "enabled", "match", FINGERPRINT, IN_APP);
    private static final Set<String> MATCHERS =
            Arrays.stream(MatchField.values())
                    .map(MatchField::key)
                    .collect(Collectors.toUnmodifiableSet());

    private RuleReader() {}

    static GroupingRule readStrictly(JsonFields fields, String newId) {
        return read(fields.only(FIELDS), newId);
    }

    /// @param newId the id if the fields have none
    static GroupingRule read(JsonFields fields, String newId) {
        String id = fields.text("id").orElse(newId);
        String name = fields.text("name").orElse("");
        String description = fields.text("description").orElse("");
        boolean enabled = fields.flag("enabled").orElse(true);
        List<RuleMatcher> matchers = matchers(fields);
        RuleAction action = action(fields);
        return fields.make(
                () -> new GroupingRule(id, name, description, enabled, matchers, action));
    }

    private static List<RuleMatcher> matchers(JsonFields rule) {
        JsonFields match = rule.object("match").only(MATCHERS);
        List<RuleMatcher> matchers = new ArrayList<>();
        for (MatchField field : MatchField.values()) {
            if (!match.has(field.key())) {
                continue;
            }
            if (field == MatchField.TAG) {
                matchers.addAll(tags(rule, match.object(field.key())));
            } else {
                List<String> patterns = match.texts(field.key());
                matchers.add(rule.make(() -> RuleMatcher.of(field, patterns)));
            }
        }
        return matchers;
    }

    private static List<RuleMatcher> tags(JsonFields rule, JsonFields tags) {
        return tags.names().stream()
                .sorted()
                .map(name -> {
                    List<String> patterns = tags.texts(name);
                    return rule.make(() -> RuleMatcher.ofTag(name, patterns));
                })
                .toList();
    }

    private static RuleAction action(JsonFields rule) {
        Optional<Boolean> inApp = rule.flag(IN_APP);
        if (inApp.isPresent() == rule.has(FINGERPRINT)) {
            throw new IllegalArgumentException(
                    "%s or %s: a rule has one of the two"
                            .formatted(rule.place(FINGERPRINT), rule.place(IN_APP)));
        }
        if (inApp.isPresent()) {
            return new RuleAction.MarkFrames(inApp.get());
        }
        List<String> parts = rule.texts(FINGERPRINT);
        return rule.make(() -> new RuleAction.SetFingerprint(FingerprintTemplate.ofRule(parts)));
    }
}
