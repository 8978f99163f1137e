package dev.faultline.alert.condition;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a rule fires: the `condition` of an alert rule, read and checked.
/// `docs/alerting-semantics.md` says what each part means.
///
/// @param expression what must hold at the end of a window
/// @param lasting `for`: how long it must hold before the rule fires; null: at once
/// @param recovery `recover`: up to which value it goes on; null: as long as the expression holds
/// @param keep `keep`: gaps up to this length don't end it; null: [#effectiveKeep()] is derived
public record AlertCondition(
        Expression expression,
        @Nullable Duration lasting,
        @Nullable Recovery recovery,
        @Nullable Duration keep) {

    private static final Duration LEAST_DEFAULT_KEEP = Duration.ofSeconds(60);

    /// Reads a condition whose placeholders, if it has any, the fields fill.
    ///
    /// @throws ConditionException if it can't be read, is over a limit, asks for what there is not,
    ///   or if a field contradicts it
    public static AlertCondition parse(String text, ConditionFields fields) {
        return new ConditionParser(text, fields).parse();
    }

    /// The one spelling of this condition; [#parse] reads it back to an equal one.
    public String text() {
        return ConditionText.of(this);
    }

    /// All tests, in their order.
    public List<MetricTest> tests() {
        return tests(expression).toList();
    }

    private static Stream<MetricTest> tests(Expression expression) {
        return switch (expression) {
            case MetricTest test -> Stream.of(test);
            case Compound compound -> compound.parts().stream().flatMap(AlertCondition::tests);
        };
    }

    /// What instances of the rule are told apart by; null: the rule has one.
    public @Nullable Dimension by() {
        return tests().getFirst().by();
    }

    /// Whether it can be decided only where every group is counted by itself.
    public boolean needsGroups() {
        return tests().stream().anyMatch(MetricTest::needsGroups);
    }

    /// The value of the field `threshold`: what the placeholder stands for, else what the first
    /// test with a threshold compares with; empty if there is none.
    public Optional<BigDecimal> threshold() {
        List<Threshold> all = tests().stream().flatMap(t -> t.threshold().stream()).toList();
        return all.stream()
                .filter(Threshold::placeholder)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Threshold::value);
    }

    /// The value of the field `time_window`, found as [#threshold()] is.
    public Optional<Duration> timeWindow() {
        List<Window> all = tests().stream().flatMap(t -> t.window().stream()).toList();
        return all.stream()
                .filter(Window::placeholder)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Window::length);
    }

    /// `keep`, or what stands for it: a fifth of the longest window, but at least a minute.
    public Duration effectiveKeep() {
        if (keep != null) {
            return keep;
        }
        return Stream.concat(
                        tests().stream()
                                .flatMap(test -> test.window().stream())
                                .map(window -> window.length().dividedBy(5)),
                        Stream.of(LEAST_DEFAULT_KEEP))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /// `for`, or nothing.
    public Duration effectiveLasting() {
        return Objects.requireNonNullElse(lasting, Duration.ZERO);
    }

    @Override
    public String toString() {
        return text();
    }
}
