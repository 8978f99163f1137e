package dev.faultline.alert.evaluation;

import dev.faultline.alert.condition.TimeSpan;
import dev.faultline.alert.evaluation.Explanation.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in words where an instance is.
final class Explainer {

    private final RuleState rule;
    private final Clock clock;
    private final EvaluatorSettings settings;

    Explainer(RuleState rule, Clock clock, EvaluatorSettings settings) {
        this.rule = rule;
        this.clock = clock;
        this.settings = settings;
    }

    Explanation explain(String key) {
        Instance instance = rule.instance(key);
        if (instance == null || clock.now() == Seconds.NEVER) {
            return explanation(key, State.OK, null, List.of(), "Nothing has been counted yet.");
        }
        long end = Seconds.floor(clock.now(), rule.plan().grid());
        Verdict verdict = rule.plan().decision().at(instance, end, Seconds.FOREVER);
        State state = state(instance, verdict);
        Spans.Span latest = latest(instance);
        Long since =
                switch (state) {
                    case FIRING, RECOVERING -> instance.alert();
                    case PENDING -> latest == null ? null : latest.held();
                    case OK -> null;
                };
        return explanation(
                key,
                state,
                since == null ? null : Instant.ofEpochSecond(since),
                instance.readings(end),
                sentence(state, verdict, end, latest));
    }

    private static State state(Instance instance, Verdict verdict) {
        if (instance.hasAlert()) {
            return verdict == Verdict.NO ? State.RECOVERING : State.FIRING;
        }
        return latest(instance) == null ? State.OK : State.PENDING;
    }

    /// The latest episode in which the rule has held.
    private static Spans.@Nullable Span latest(Instance instance) {
        Spans.Span latest = null;
        for (Spans.Span span : instance.spans()) {
            latest = span.held() == Spans.NOT_YET ? latest : span;
        }
        return latest;
    }

    private String sentence(State state, Verdict verdict, long end, Spans.@Nullable Span latest) {
        Plan plan = rule.plan();
        return switch (state) {
            case FIRING -> "It holds.";
            case PENDING -> "It holds, but not for %s yet.".formatted(span(plan.lasting()));
            case RECOVERING ->
                    "It does not hold any more. It resolves when it has not for %s and no late events can change that, at %s or later."
                            .formatted(
                                    span(plan.keep()),
                                    latest == null
                                            ? "the next tick"
                                            : known(latest.end() + plan.keep()));
            case OK ->
                    verdict == Verdict.HOLDS
                            ? "It holds by what has been counted so far, but late events may change that until %s."
                                    .formatted(known(end))
                            : "It does not hold.";
        };
    }

    /// When an end is settled, if the watermark keeps up.
    private Instant known(long end) {
        return Instant.ofEpochSecond(rule.plan().settledFrom(end)).plus(settings.grace());
    }

    private static String span(long seconds) {
        return TimeSpan.text(Duration.ofSeconds(seconds));
    }

    private Explanation explanation(
            String key,
            State state,
            @Nullable Instant since,
            List<Reading> readings,
            String sentence) {
        boolean stale =
                clock.now() != Seconds.NEVER
                        && clock.now() - clock.watermark() > settings.staleAfter().toSeconds();
        return new Explanation(
                rule.subject(key),
                rule.condition().text(),
                state,
                instant(clock.now()),
                instant(clock.watermark()),
                stale,
                rule.refused() > 0,
                since,
                readings,
                stale
                        ? sentence
                                + " But events are counted with delay, so what is newer is not known yet and nothing resolves."
                        : sentence);
    }

    private static @Nullable Instant instant(long second) {
        return second == Seconds.NEVER ? null : Instant.ofEpochSecond(second);
    }
}
