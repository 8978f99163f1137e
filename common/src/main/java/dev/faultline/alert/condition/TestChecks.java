package dev.faultline.alert.condition;

import static dev.faultline.alert.condition.ConditionLimits.MAX_BASELINE_WINDOWS;
import static dev.faultline.alert.condition.ConditionLimits.MAX_FACTOR;
import static dev.faultline.alert.condition.ConditionLimits.MAX_NODES;
import static dev.faultline.alert.condition.ConditionLimits.MAX_TESTS;
import static dev.faultline.alert.condition.ConditionLimits.MAX_WINDOW;
import static dev.faultline.alert.condition.ConditionLimits.MIN_BASELINE_WINDOWS;
import static dev.faultline.alert.condition.ConditionLimits.MIN_WINDOW;

import dev.faultline.alert.condition.ConditionException.Kind;
import dev.faultline.alert.condition.MetricTest.Absence;
import dev.faultline.alert.condition.MetricTest.Change;
import dev.faultline.alert.condition.MetricTest.Count;
import dev.faultline.alert.condition.MetricTest.Direction;
import dev.faultline.alert.condition.MetricTest.Lifecycle;
import dev.faultline.alert.condition.MetricTest.Percent;
import dev.faultline.alert.condition.MetricTest.Spike;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a test must keep to beyond the grammar.
final class TestChecks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TokenReader tokens;
    private @Nullable MetricTest first;
    private int tests;
    private int nodes;

    TestChecks(TokenReader tokens) {
        this.tokens = tokens;
    }

    void addNodes(int count, Token at) {
        nodes += count;
        require(
                nodes <= MAX_NODES,
                at,
                "a condition has at most %d tests, filters and operators".formatted(MAX_NODES));
    }

    Window inRange(Token token, Window window) {
        require(
                window.length().compareTo(MIN_WINDOW) >= 0
                        && window.length().compareTo(MAX_WINDOW) <= 0,
                token,
                "a window must be %s to %s, but is %s"
                        .formatted(
                                TimeSpan.text(MIN_WINDOW),
                                TimeSpan.text(MAX_WINDOW),
                                TimeSpan.text(window.length())));
        return window;
    }

    void check(MetricTest test, Token start) {
        tests++;
        require(tests <= MAX_TESTS, start, "a condition has at most %d tests".formatted(MAX_TESTS));
        addNodes(1 + test.filter().matchers().size(), start);
        checkDimension(test, start);
        checkTimes(test, start);
        switch (test) {
            case Count count -> checkMetric(count.metric(), test, start);
            case Percent percent -> {
                addNodes(percent.of().matchers().size(), start);
                checkPercentage(percent.limit(), start);
            }
            case Change change -> checkChange(change, start);
            case Spike spike -> checkSpike(spike, start);
            case Lifecycle lifecycle ->
                    require(
                            lifecycle.reaching() == null || lifecycle.reaching().count() > 0,
                            start,
                            "a group reaches one event at least");
            case Absence _ -> {}
        }
    }

    private void checkDimension(MetricTest test, Token start) {
        if (first == null) {
            first = test;
        }
        require(
                Objects.equals(test.by(), first.by()),
                start,
                "all tests of a condition need the same by; new_group, regression and reopened are"
                        + " by group");
    }

    private void checkTimes(MetricTest test, Token start) {
        Duration lookBack = test.lookBack();
        require(
                lookBack.compareTo(MAX_WINDOW) <= 0,
                start,
                "a test looks back at most %s, but this %s"
                        .formatted(TimeSpan.text(MAX_WINDOW), TimeSpan.text(lookBack)));
        requireMultiple(lookBack, test, start);
        test.window().ifPresent(window -> requireMultiple(window.length(), test, start));
    }

    private void requireMultiple(Duration length, MetricTest test, Token start) {
        Duration bucket = test.bucket();
        require(
                length.toSeconds() % bucket.toSeconds() == 0,
                start,
                "a test that looks back %s needs times that are multiples of %s, which %s is not"
                        .formatted(
                                TimeSpan.text(test.lookBack()),
                                TimeSpan.text(bucket),
                                TimeSpan.text(length)));
    }

    private void checkMetric(Metric metric, MetricTest test, Token start) {
        require(
                !metric.hasLevel() || !test.filter().uses(Field.LEVEL),
                start,
                "%s is of one level already: use event_count with a filter by level"
                        .formatted(metric.word()));
        require(
                metric != Metric.NEW_GROUPS || test.by() != Dimension.GROUP,
                start,
                "new_groups can't be told apart by group: new_group fires for each");
    }

    private void checkPercentage(Threshold threshold, Token start) {
        require(
                threshold.value().compareTo(HUNDRED) <= 0,
                start,
                "a percentage must be 0 to 100, but is " + threshold.value().toPlainString());
    }

    private void checkChange(Change change, Token start) {
        checkMetric(change.metric(), change, start);
        require(
                change.percent().value().signum() > 0,
                start,
                "a change must be by more than 0 percent");
        if (change.direction() == Direction.DECREASES) {
            checkPercentage(change.percent(), start);
        }
        if (change.reference() instanceof Reference.Ago(var distance)) {
            require(
                    distance.compareTo(change.in().length()) >= 0,
                    start,
                    "the window of %s and the one %s ago overlap"
                            .formatted(
                                    TimeSpan.text(change.in().length()), TimeSpan.text(distance)));
        }
    }

    private void checkSpike(Spike spike, Token start) {
        checkMetric(spike.metric(), spike, start);
        require(
                spike.windows() >= MIN_BASELINE_WINDOWS && spike.windows() <= MAX_BASELINE_WINDOWS,
                start,
                "a baseline of %s has %d windows of %s, but needs %d to %d"
                        .formatted(
                                TimeSpan.text(spike.baseline()),
                                spike.windows(),
                                TimeSpan.text(spike.in().length()),
                                MIN_BASELINE_WINDOWS,
                                MAX_BASELINE_WINDOWS));
        BigDecimal most = BigDecimal.valueOf(MAX_FACTOR);
        require(
                spike.factor().signum() > 0
                        && spike.factor().compareTo(most) <= 0
                        && spike.z().compareTo(most) <= 0,
                start,
                "factor and z must be at most %d, and factor more than 0".formatted(MAX_FACTOR));
    }

    private void require(boolean holds, Token at, String sentence) {
        if (!holds) {
            throw tokens.trouble(at, Kind.LIMIT, sentence);
        }
    }
}
