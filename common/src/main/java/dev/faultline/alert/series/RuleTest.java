package dev.faultline.alert.series;

import dev.faultline.alert.condition.AlertCondition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// A rule, what happens, and what the rule must make of it.
///
/// @param start of the first step; a whole second
/// @param step whole seconds; all events of a step happen in its first second
/// @param grace how late events may be: an alert resolves so much later
/// @param series at most [#MAX_SERIES]
/// @param expected all that alerts do, in any order
public record RuleTest(
        String name,
        AlertCondition condition,
        Instant start,
        Duration step,
        Duration grace,
        List<CountSeries> series,
        List<Moment> expected) {

    public static final int MAX_SERIES = 100;

    /// The longest time that the steps of a test take.
    public static final Duration MAX_LENGTH = Duration.ofDays(60);

    /// @throws IllegalArgumentException if something is out of range; a sentence
    public RuleTest {
        series = List.copyOf(series);
        expected = List.copyOf(expected);
        require(
                step.isPositive() && step.equals(Duration.ofSeconds(step.toSeconds())),
                "step must be whole seconds, and more than none");
        require(
                start.equals(start.truncatedTo(ChronoUnit.SECONDS)),
                "start must be a whole second");
        require(!grace.isNegative(), "grace must not be negative");
        require(
                series.size() <= MAX_SERIES,
                "a test must have at most %d series".formatted(MAX_SERIES));
        require(
                step.multipliedBy(steps(series)).compareTo(MAX_LENGTH) <= 0,
                "a test must take at most %d days".formatted(MAX_LENGTH.toDays()));
    }

    int steps() {
        return steps(series);
    }

    private static int steps(List<CountSeries> series) {
        return series.stream().mapToInt(one -> one.counts().size()).max().orElse(0);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
