package dev.faultline.alert.evaluation;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.Compound;
import dev.faultline.alert.condition.ConditionText;
import dev.faultline.alert.condition.Expression;
import dev.faultline.alert.condition.Filter;
import dev.faultline.alert.condition.Happening;
import dev.faultline.alert.condition.Metric;
import dev.faultline.alert.condition.MetricTest;
import dev.faultline.alert.condition.MetricTest.Absence;
import dev.faultline.alert.condition.MetricTest.Change;
import dev.faultline.alert.condition.MetricTest.Count;
import dev.faultline.alert.condition.MetricTest.Direction;
import dev.faultline.alert.condition.MetricTest.Lifecycle;
import dev.faultline.alert.condition.MetricTest.Percent;
import dev.faultline.alert.condition.MetricTest.Spike;
import dev.faultline.alert.condition.Recovery;
import dev.faultline.alert.condition.Reference;
import dev.faultline.alert.condition.Relation;
import dev.faultline.event.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Turns a condition into what can be evaluated.
final class PlanCompiler {

    private final AlertCondition condition;
    private final List<Series> series = new ArrayList<>();

    private PlanCompiler(AlertCondition condition) {
        this.condition = condition;
    }

    static Plan compile(AlertCondition condition) {
        return new PlanCompiler(condition).compile();
    }

    private Plan compile() {
        Decision decision = compile(condition.expression());
        List<MetricTest> tests = condition.tests();
        long grid = buckets(tests).min().orElseThrow();
        return new Plan(
                decision,
                series,
                condition.by(),
                grid,
                buckets(tests).max().orElseThrow(),
                tests.stream().mapToLong(PlanCompiler::reach).max().orElseThrow(),
                Math.max(grid, condition.effectiveKeep().toSeconds()),
                condition.effectiveLasting().toSeconds(),
                decision.rises(),
                decision.canBeEarly(),
                decision.canHoldAtNothing());
    }

    private static LongStream buckets(List<MetricTest> tests) {
        return tests.stream().mapToLong(test -> test.bucket().toSeconds());
    }

    private static long reach(MetricTest test) {
        return test.window().map(window -> window.length().toSeconds()).orElse(1L);
    }

    private Decision compile(Expression expression) {
        return switch (expression) {
            case Compound(Compound.Operator operator, var parts) ->
                    new Joined(
                            operator == Compound.Operator.AND,
                            parts.stream().map(this::compile).toList());
            case Count test -> compile(test);
            case Percent test -> compile(test);
            case Change test -> compile(test);
            case Spike test -> compile(test);
            case Lifecycle test -> compile(test);
            case Absence test ->
                    check(
                            test,
                            add(test, Signal.EVENTS, null, test.filter()),
                            Relation.AT_MOST,
                            BigDecimal.ZERO);
        };
    }

    private CountCheck compile(Count test) {
        boolean perMinute = test.metric() == Metric.RATE_PER_MINUTE;
        long window = test.in().length().toSeconds();
        long numerator = perMinute ? 60 : 1;
        long denominator = perMinute ? window : 1;
        BigDecimal threshold = test.limit().value();
        Limits limits = Limits.of(test.relation(), threshold, numerator, denominator);
        Recovery recovery = condition.recovery();
        Limits goesOn =
                recovery == null
                        ? Limits.NONE
                        : Limits.of(goesOn(recovery), recovery.value(), numerator, denominator);
        return new CountCheck(
                add(test, test.metric()),
                test.bucket().toSeconds(),
                window,
                limits,
                test.min(),
                goesOn,
                perMinute,
                ConditionText.of(test),
                CountCheck.needed(test.relation(), threshold, test.min()));
    }

    private PercentCheck compile(Percent test) {
        Recovery recovery = condition.recovery();
        long threshold = thousandths(test.limit().value());
        return new PercentCheck(
                add(test, Signal.EVENTS, null, test.of(), test.filter()),
                add(test, Signal.EVENTS, null, test.of()),
                test.bucket().toSeconds(),
                test.in().length().toSeconds(),
                test.relation(),
                threshold,
                test.min(),
                recovery == null
                        ? null
                        : new PercentCheck.GoesOn(goesOn(recovery), thousandths(recovery.value())),
                ConditionText.of(test),
                CountCheck.needed(test.relation(), test.limit().value(), test.min()) + "%");
    }

    private ChangeCheck compile(Change test) {
        long window = test.in().length().toSeconds();
        boolean increases = test.direction() == Direction.INCREASES;
        long percent = thousandths(test.percent().value());
        return new ChangeCheck(
                add(test, test.metric()),
                test.bucket().toSeconds(),
                window,
                switch (test.reference()) {
                    case Reference.Previous _ -> window;
                    case Reference.Ago(Duration distance) -> distance.toSeconds();
                },
                switch (test.reference()) {
                    case Reference.Previous previous -> previous.orSameAs(test.in()).toSeconds();
                    case Reference.Ago _ -> window;
                },
                increases,
                100_000 + (increases ? percent : -percent),
                test.min(),
                ConditionText.of(test),
                "%s%s%%".formatted(increases ? "+" : "-", test.percent().value().toPlainString()));
    }

    private SpikeCheck compile(Spike test) {
        long window = test.in().length().toSeconds();
        int current = add(test, test.metric());
        Series fine = series.get(current);
        series.add(
                new Series(
                        fine.signal(),
                        fine.level(),
                        fine.checks(),
                        window,
                        window * (test.windows() + 2)));
        return new SpikeCheck(
                current,
                series.size() - 1,
                test.bucket().toSeconds(),
                window,
                test.windows(),
                thousandths(test.factor()),
                thousandths(test.z()),
                test.min(),
                ConditionText.of(test));
    }

    private Decision compile(Lifecycle test) {
        int happenings = add(test, signal(test.happening()), null, test.filter());
        Decision happened = check(test, happenings, Relation.AT_LEAST, BigDecimal.ONE);
        if (test.reaching() == null) {
            return happened;
        }
        int events = add(test, Signal.EVENTS, null, test.filter());
        BigDecimal count = BigDecimal.valueOf(test.reaching().count());
        return new Joined(true, List.of(happened, check(test, events, Relation.AT_LEAST, count)));
    }

    /// A comparison of a count that the language says in another way.
    private static CountCheck check(
            MetricTest test, int series, Relation relation, BigDecimal threshold) {
        Limits limits = Limits.of(relation, threshold, 1, 1);
        return new CountCheck(
                series,
                test.bucket().toSeconds(),
                reach(test),
                limits,
                0,
                Limits.NONE,
                false,
                ConditionText.of(test),
                CountCheck.needed(relation, threshold, 0));
    }

    private int add(MetricTest test, Metric metric) {
        Level level =
                switch (metric) {
                    case ERROR_COUNT -> Level.ERROR;
                    case WARNING_COUNT -> Level.WARNING;
                    case INFO_COUNT -> Level.INFO;
                    case DEBUG_COUNT -> Level.DEBUG;
                    case EVENT_COUNT, RATE_PER_MINUTE, NEW_GROUPS -> null;
                };
        Signal signal = metric == Metric.NEW_GROUPS ? Signal.NEW_GROUPS : Signal.EVENTS;
        return add(test, signal, level, test.filter());
    }

    private int add(MetricTest test, Signal signal, @Nullable Level level, Filter... filters) {
        series.add(
                Series.of(
                        signal,
                        level,
                        test.bucket().toSeconds(),
                        test.lookBack().toSeconds(),
                        filters));
        return series.size() - 1;
    }

    private static Signal signal(Happening happening) {
        return switch (happening) {
            case NEW_GROUP -> Signal.NEW_GROUPS;
            case REGRESSION -> Signal.REGRESSIONS;
            case REOPENED -> Signal.REOPENINGS;
        };
    }

    private static Relation goesOn(Recovery recovery) {
        return recovery.side() == Recovery.Side.BELOW ? Relation.AT_LEAST : Relation.AT_MOST;
    }

    private static long thousandths(BigDecimal number) {
        return number.movePointRight(3).longValueExact();
    }
}
