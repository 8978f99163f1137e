package dev.faultline.alert.condition;

import dev.faultline.alert.condition.MetricTest.Absence;
import dev.faultline.alert.condition.MetricTest.Change;
import dev.faultline.alert.condition.MetricTest.Count;
import dev.faultline.alert.condition.MetricTest.Lifecycle;
import dev.faultline.alert.condition.MetricTest.Percent;
import dev.faultline.alert.condition.MetricTest.Spike;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one spelling of a condition, or of a part of it.
public final class ConditionText {

    private ConditionText() {}

    static String of(AlertCondition condition) {
        StringBuilder text = new StringBuilder(of(condition.expression()));
        if (condition.lasting() != null) {
            text.append(" for ").append(TimeSpan.text(condition.lasting()));
        }
        if (condition.recovery() != null) {
            text.append(" recover ")
                    .append(condition.recovery().side().name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(condition.recovery().value().toPlainString());
        }
        if (condition.keep() != null) {
            text.append(" keep ").append(TimeSpan.text(condition.keep()));
        }
        return text.toString();
    }

    /// The spelling of an expression.
    public static String of(Expression expression) {
        return switch (expression) {
            case Compound(Compound.Operator operator, var parts) ->
                    parts.stream()
                            .map(ConditionText::asPart)
                            .collect(Collectors.joining(" " + operator.word() + " "));
            case Count test ->
                    "%s%s%s %s %s in %s%s"
                            .formatted(
                                    test.metric().word(),
                                    of(test.filter()),
                                    by(test.by()),
                                    test.relation().symbol(),
                                    of(test.limit()),
                                    of(test.in()),
                                    min(test.min(), 0));
            case Percent test ->
                    "percent%s%s%s %s %s%% in %s%s"
                            .formatted(
                                    of(test.filter()),
                                    test.of().equals(Filter.ALL) ? "" : " of " + of(test.of()),
                                    by(test.by()),
                                    test.relation().symbol(),
                                    of(test.limit()),
                                    of(test.in()),
                                    min(test.min(), 0));
            case Change test ->
                    "%s%s%s %s by %s%% in %s vs %s%s"
                            .formatted(
                                    test.metric().word(),
                                    of(test.filter()),
                                    by(test.by()),
                                    test.direction().name().toLowerCase(Locale.ROOT),
                                    of(test.percent()),
                                    of(test.in()),
                                    of(test.reference()),
                                    min(test.min(), 0));
            case Spike test ->
                    "spike(%s%s%s) in %s baseline %s factor %s z %s%s"
                            .formatted(
                                    test.metric().word(),
                                    of(test.filter()),
                                    by(test.by()),
                                    of(test.in()),
                                    TimeSpan.text(test.baseline()),
                                    test.factor().toPlainString(),
                                    test.z().toPlainString(),
                                    min(test.min(), Spike.DEFAULT_MIN));
            case Lifecycle test ->
                    test.happening().word() + of(test.filter()) + of(test.reaching());
            case Absence test ->
                    "no_events%s%s in %s"
                            .formatted(of(test.filter()), by(test.by()), of(test.in()));
        };
    }

    private static String asPart(Expression part) {
        return part instanceof Compound ? "(" + of(part) + ")" : of(part);
    }

    private static String of(Filter filter) {
        return filter.matchers().isEmpty()
                ? ""
                : filter.matchers().stream()
                        .map(ConditionText::of)
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String of(Filter.Matcher matcher) {
        String field = matcher.field().word();
        return matcher.how() == Filter.How.IN
                ? matcher.values().stream()
                        .map(ConditionText::quoted)
                        .collect(Collectors.joining(", ", field + " in (", ")"))
                : field + matcher.how().symbol() + quoted(matcher.values().getFirst());
    }

    private static String quoted(String literal) {
        return '"' + literal.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String by(@Nullable Dimension by) {
        return by == null ? "" : " by " + by.word();
    }

    private static String of(Threshold threshold) {
        return threshold.placeholder() ? "threshold" : threshold.value().toPlainString();
    }

    private static String of(Window window) {
        return window.placeholder() ? "time_window" : TimeSpan.text(window.length());
    }

    private static String of(Reference reference) {
        return switch (reference) {
            case Reference.Previous previous ->
                    previous.in() == null ? "previous" : "previous " + of(previous.in());
            case Reference.Ago(var distance) -> TimeSpan.text(distance) + " ago";
        };
    }

    private static String of(MetricTest.@Nullable Reaching reaching) {
        return reaching == null
                ? ""
                : " reaching %d in %s".formatted(reaching.count(), of(reaching.in()));
    }

    private static String min(long min, long usual) {
        return min == usual ? "" : " min " + min;
    }
}
