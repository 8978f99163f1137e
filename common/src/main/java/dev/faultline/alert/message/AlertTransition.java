package dev.faultline.alert.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.faultline.alert.evaluation.Reading;
import dev.faultline.alert.evaluation.Transition;
import dev.faultline.alert.evaluation.Transition.Fired;
import dev.faultline.alert.evaluation.Transition.Resolved;
import dev.faultline.alert.evaluation.Transition.Settled;
import dev.faultline.alert.rule.AlertRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of an alert, as it stands in the topic of transitions: it tells all by itself, also
/// when its rule is long gone.
///
/// Produced by the aggregator's third stage, consumed by alerting.
///
/// @param id the same for the same decision, however often it is made
/// @param rule as it was when this was decided
/// @param key the value of the rule's `by`; empty without one
/// @param start of the alert: all its transitions have the same
/// @param at the evaluator's time; of a settled episode its last end
/// @param from the first end of a settled episode's windows, else null
/// @param to the last, else null
/// @param reason why an alert is resolved, as [Transition.Reason#text] names it, else null
/// @param readings what the tests of a fired rule saw; else none
public record AlertTransition(
        UUID id,
        Kind kind,
        AlertRule rule,
        String key,
        Instant start,
        Instant at,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String reason,
        List<Reading> readings) {

    public AlertTransition {
        readings = List.copyOf(readings);
    }

    public static AlertTransition of(Transition transition, AlertRule rule) {
        String key = transition.subject().key();
        UUID id = transition.id();
        Instant start = transition.start();
        return switch (transition) {
            case Fired fired ->
                    new AlertTransition(
                            id,
                            Kind.FIRED,
                            rule,
                            key,
                            start,
                            fired.at(),
                            null,
                            null,
                            null,
                            fired.readings());
            case Settled settled ->
                    new AlertTransition(
                            id,
                            Kind.SETTLED,
                            rule,
                            key,
                            start,
                            settled.to(),
                            settled.from(),
                            settled.to(),
                            null,
                            List.of());
            case Resolved resolved ->
                    new AlertTransition(
                            id,
                            Kind.RESOLVED,
                            rule,
                            key,
                            start,
                            resolved.at(),
                            null,
                            null,
                            resolved.reason().text(),
                            List.of());
        };
    }

    /// What happened.
    public enum Kind {
        FIRED,
        SETTLED,
        RESOLVED;

        @JsonCreator
        static Kind of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.text().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No kind is " + name));
        }

        /// The lower-case name.
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
