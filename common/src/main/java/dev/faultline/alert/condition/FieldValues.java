package dev.faultline.alert.condition;

import dev.faultline.alert.condition.ConditionException.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Holds what a condition says of thresholds and windows against the rule's fields.
final class FieldValues {

    private final TokenReader tokens;
    private final ConditionFields fields;
    private final Slot<BigDecimal> threshold =
            new Slot<>("threshold", (one, other) -> one.compareTo(other) == 0, FieldValues::text);
    private final Slot<Duration> timeWindow =
            new Slot<>("time_window", Duration::equals, TimeSpan::text);

    FieldValues(TokenReader tokens, ConditionFields fields) {
        this.tokens = tokens;
        this.fields = fields;
    }

    /// A number, or `threshold`.
    Threshold threshold() {
        Token token = tokens.peek();
        if (tokens.accept("threshold")) {
            BigDecimal value = threshold.fill(token, fields.threshold());
            tokens.checkNumber(value, token);
            return new Threshold(value, true);
        }
        BigDecimal value = tokens.number("a number or threshold");
        threshold.note(token, value);
        return new Threshold(value, false);
    }

    /// A whole number that the field `threshold` may repeat.
    long count(String expected) {
        Token token = tokens.peek();
        long count = tokens.count(expected);
        threshold.note(token, BigDecimal.valueOf(count));
        return count;
    }

    /// A length of time, or `time_window`.
    Window window() {
        Token token = tokens.peek();
        if (tokens.accept("time_window")) {
            return new Window(timeWindow.fill(token, fields.timeWindow()), true);
        }
        Duration length = tokens.duration("a time, such as 5m, or time_window");
        timeWindow.note(token, length);
        return new Window(length, false);
    }

    /// @throws ConditionException if a field says something else than the first literal it would
    ///   repeat
    void check() {
        threshold.check(fields.threshold());
        timeWindow.check(fields.timeWindow());
    }

    private static String text(BigDecimal number) {
        return ConditionLimits.plain(number).toPlainString();
    }

    /// What one field can stand for.
    private final class Slot<T> {

        private final String name;
        private final BiPredicate<T, T> same;
        private final Function<T, String> text;
        private @Nullable Token firstToken;
        private @Nullable T first;
        private boolean filled;

        Slot(String name, BiPredicate<T, T> same, Function<T, String> text) {
            this.name = name;
            this.same = same;
            this.text = text;
        }

        T fill(Token placeholder, @Nullable T field) {
            if (field == null) {
                throw tokens.trouble(
                        placeholder,
                        Kind.CONFLICT,
                        "the field %s is missing: give it, or write the value here"
                                .formatted(name));
            }
            filled = true;
            return field;
        }

        void note(Token token, T value) {
            if (first == null) {
                first = value;
                firstToken = token;
            }
        }

        void check(@Nullable T field) {
            if (filled || field == null || first == null || firstToken == null) {
                return;
            }
            if (!same.test(first, field)) {
                throw tokens.trouble(
                        firstToken,
                        Kind.CONFLICT,
                        "the condition says %s, but the field %s says %s: make them the same, or write %s in the condition"
                                .formatted(text.apply(first), name, text.apply(field), name));
            }
        }
    }
}
