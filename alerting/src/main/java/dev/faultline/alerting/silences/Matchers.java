package dev.faultline.alerting.silences;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.event.Uuids;
import dev.faultline.project.JsonFields;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which alerts a silence is for: those that all of these fit. None at all fits every alert of the
/// project. Pure.
///
/// @param ruleId null for any
/// @param key the value of the rule's `by`; null for any, empty for alerts without one
/// @param severity null for any
/// @param labels each of them the rule must have, with this value
record Matchers(
        @Nullable UUID ruleId,
        @Nullable String key,
        @Nullable AlertSeverity severity,
        SortedMap<String, String> labels) {

    private static final Set<String> FIELDS = Set.of("rule_id", "key", "severity", "labels");
    private static final int MAX_TEXT = 500;
    private static final int MAX_LABELS = 20;

    Matchers {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /// @throws IllegalArgumentException a sentence that names the field
    static Matchers read(JsonFields fields) {
        fields.only(FIELDS);
        return new Matchers(
                fields.text("rule_id").map(text -> id(fields, text)).orElse(null),
                fields.text("key").map(text -> bounded(fields.place("key"), text)).orElse(null),
                fields.text("severity").map(text -> severity(fields, text)).orElse(null),
                labels(fields));
    }

    private static UUID id(JsonFields fields, String text) {
        return Uuids.parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(fields.place("rule_id") + " must be a UUID"));
    }

    private static AlertSeverity severity(JsonFields fields, String text) {
        return AlertSeverity.named(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                fields.place("severity")
                                        + " must be one of low, medium, high, critical"));
    }

    private static SortedMap<String, String> labels(JsonFields fields) {
        SortedMap<String, String> labels = new TreeMap<>();
        if (fields.has("labels")) {
            JsonFields given = fields.object("labels");
            if (given.names().size() > MAX_LABELS) {
                throw new IllegalArgumentException(
                        "%s must have at most %d".formatted(fields.place("labels"), MAX_LABELS));
            }
            for (String name : given.names()) {
                given.required(name);
                String value = given.text(name).orElseThrow();
                labels.put(
                        bounded(fields.place("labels"), name), bounded(given.place(name), value));
            }
        }
        return labels;
    }

    private static String bounded(String place, String text) {
        if (text.length() > MAX_TEXT || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "%s must have at most %d characters, and no NUL".formatted(place, MAX_TEXT));
        }
        return text;
    }

    boolean fit(AlertTraits alert) {
        return (ruleId == null || ruleId.equals(alert.ruleId()))
                && (key == null || key.equals(alert.key()))
                && (severity == null || severity == alert.severity())
                && alert.labels().entrySet().containsAll(labels.entrySet());
    }
}
