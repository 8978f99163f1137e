package dev.faultline.alerting.preview;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alert.evaluation.EvaluatorSettings;
import dev.faultline.alert.evaluation.Explanation;
import dev.faultline.alert.evaluation.Reading;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alerting.cells.CellHistory;
import dev.faultline.alerting.cells.CountedUntil;
import dev.faultline.alerting.preview.Replays.Stretch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says of a rule why it fires or does not, by what is kept of the past. Thread-safe.
final class RuleExplanation {

    /// Values of `by` that are looked at, and those that are told.
    private static final int MOST_KEYS = 100;

    private static final int TOLD_KEYS = 20;

    /// So that an alert that began a while ago is seen to go on.
    private static final Duration MORE = Duration.ofHours(1);

    private static final Comparator<Explanation> NEAREST_FIRST =
            Comparator.comparingInt(RuleExplanation::nearness)
                    .thenComparing(RuleExplanation::valueOrNone)
                    .reversed()
                    .thenComparing(explanation -> explanation.subject().key());

    private final CellHistory history;
    private final Replays replays;
    private final InstantSource clock;

    RuleExplanation(CellHistory history, Replays replays, InstantSource clock) {
        this.history = history;
        this.replays = replays;
        this.clock = clock;
    }

    /// @param key the value of the rule's `by` to look at; empty: the one that is nearest to fire
    EvaluationAnswer explain(AlertRule rule, Optional<String> key) {
        if (!rule.enabled()) {
            return untold(rule, "disabled", "The rule is disabled.");
        }
        if (rule.effectiveFrom().isAfter(clock.instant())) {
            return untold(
                    rule, "ok", "It is not in effect before %s.".formatted(rule.effectiveFrom()));
        }
        Optional<CountedUntil> known = history.countedUntil(rule.project());
        if (known.isEmpty()) {
            return untold(rule, "unknown", "Nothing has been counted yet.");
        }
        try {
            return explain(rule, rule.parsed(), known.get(), key);
        } catch (ConditionException _) {
            return untold(rule, "unknown", "A newer version of Faultline wrote this condition.");
        }
    }

    private EvaluationAnswer explain(
            AlertRule rule, AlertCondition condition, CountedUntil known, Optional<String> key) {
        Instant from =
                Collections.max(
                        List.of(
                                known.watermark().minus(Replays.reach(condition)).minus(MORE),
                                known.since(),
                                rule.effectiveFrom()));
        Replay replay =
                replays.run(
                        rule.project(),
                        condition,
                        new Stretch(from, clock.instant(), known.toldAt(), known.watermark()),
                        _ -> {});
        List<Explanation> keys =
                condition.by() == null
                        ? List.of()
                        : replay.keys(MOST_KEYS).stream()
                                .map(replay::explain)
                                .sorted(NEAREST_FIRST)
                                .toList();
        String told = key.orElseGet(() -> keys.isEmpty() ? "" : keys.getFirst().subject().key());
        return answer(rule, replay, replay.explain(told), keys, from, known.watermark());
    }

    private EvaluationAnswer answer(
            AlertRule rule,
            Replay replay,
            Explanation explanation,
            List<Explanation> keys,
            Instant from,
            Instant watermark) {
        Optional<Reading> first = explanation.readings().stream().findFirst();
        Duration lag = Duration.between(watermark, clock.instant());
        boolean stale = lag.compareTo(EvaluatorSettings.DEFAULT_STALE_AFTER) > 0;
        return new EvaluationAnswer(
                rule.id(),
                true,
                explanation.subject().key(),
                state(explanation),
                reason(explanation, stale, watermark),
                value(explanation),
                rule.threshold(),
                rule.timeWindow(),
                first.map(Reading::from).orElse(null),
                first.map(Reading::to).orElse(null),
                explanation.now(),
                watermark,
                watermark.minus(EvaluatorSettings.DEFAULT_GRACE),
                stale,
                replay.isDegraded(),
                explanation.since(),
                from,
                explanation.readings(),
                keys.stream()
                        .filter(other -> !other.subject().equals(explanation.subject()))
                        .limit(TOLD_KEYS)
                        .map(other ->
                                new EvaluationAnswer.Key(
                                        other.subject().key(), state(other), value(other)))
                        .toList());
    }

    private static String reason(Explanation explanation, boolean stale, Instant watermark) {
        String reason =
                explanation.readings().isEmpty() && !explanation.subject().key().isEmpty()
                        ? "Nothing that counts for %s has happened within its windows."
                                .formatted(explanation.subject().key())
                        : explanation.reason();
        // The evaluator can't know what time it is when nobody tells it.
        return stale && !explanation.stale()
                ? "%s But nothing has been told since %s: that is how it was then."
                        .formatted(reason, watermark)
                : reason;
    }

    private static EvaluationAnswer untold(AlertRule rule, String state, String reason) {
        return new EvaluationAnswer(
                rule.id(),
                rule.enabled(),
                "",
                state,
                reason,
                null,
                rule.threshold(),
                rule.timeWindow(),
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                List.of(),
                List.of());
    }

    private static String state(Explanation explanation) {
        return explanation.state().name().toLowerCase(Locale.ROOT);
    }

    private static int nearness(Explanation explanation) {
        return switch (explanation.state()) {
            case OK -> 0;
            case PENDING -> 1;
            case RECOVERING -> 2;
            case FIRING -> 3;
        };
    }

    private static @Nullable BigDecimal value(Explanation explanation) {
        return explanation.readings().isEmpty() ? null : explanation.readings().getFirst().value();
    }

    private static BigDecimal valueOrNone(Explanation explanation) {
        BigDecimal value = value(explanation);
        return value == null ? BigDecimal.ZERO : value;
    }
}
