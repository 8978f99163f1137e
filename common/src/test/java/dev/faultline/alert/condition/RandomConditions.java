package dev.faultline.alert.condition;

import dev.faultline.alert.condition.Filter.How;
import dev.faultline.alert.condition.Filter.Matcher;
import dev.faultline.alert.condition.MetricTest.Absence;
import dev.faultline.alert.condition.MetricTest.Change;
import dev.faultline.alert.condition.MetricTest.Count;
import dev.faultline.alert.condition.MetricTest.Direction;
import dev.faultline.alert.condition.MetricTest.Lifecycle;
import dev.faultline.alert.condition.MetricTest.Percent;
import dev.faultline.alert.condition.MetricTest.Reaching;
import dev.faultline.alert.condition.MetricTest.Spike;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Conditions of every shape that the language can say, from a seed.
final class RandomConditions {

    static final ConditionFields FIELDS =
            new ConditionFields(BigDecimal.valueOf(17), Duration.ofMinutes(15));

    private static final List<Duration> LENGTHS =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(90),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofDays(2));

    private final SplittableRandom random;
    private final Dimension by;

    RandomConditions(long seed) {
        this.random = new SplittableRandom(seed);
        this.by = random.nextBoolean() ? null : pick(Dimension.values());
    }

    AlertCondition condition() {
        Expression expression = random.nextInt(3) == 0 ? compound(4) : test();
        return new AlertCondition(
                expression,
                random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(3_600)),
                recovery(expression),
                random.nextBoolean() ? null : Duration.ofMinutes(random.nextInt(60)));
    }

    private Compound compound(int tests) {
        int nested = tests == 4 && random.nextBoolean() ? 2 : 0;
        var parts =
                IntStream.range(0, nested > 0 ? 1 : 2 + random.nextInt(3))
                        .mapToObj(_ -> (Expression) test());
        return new Compound(
                pick(Compound.Operator.values()),
                nested > 0
                        ? IntStream.range(0, 2)
                                .mapToObj(i -> i == 0 ? test() : (Expression) compoundOfTwo())
                                .toList()
                        : parts.toList());
    }

    private Compound compoundOfTwo() {
        return new Compound(pick(Compound.Operator.values()), List.of(test(), test()));
    }

    private MetricTest test() {
        return switch (random.nextInt(by == Dimension.GROUP ? 6 : 5)) {
            case 0 ->
                    new Count(
                            metric(),
                            filter(false),
                            by,
                            pick(Relation.values()),
                            threshold(1_000),
                            window(),
                            random.nextInt(3));
            case 1 ->
                    new Percent(
                            filter(true),
                            filter(false),
                            by,
                            pick(Relation.values()),
                            threshold(100),
                            window(),
                            random.nextInt(3));
            case 2 -> change();
            case 3 ->
                    new Spike(
                            metric(),
                            filter(false),
                            by,
                            new Window(Duration.ofMinutes(5), false),
                            Duration.ofHours(1 + random.nextInt(48)),
                            number(1, 99),
                            number(0, 99),
                            random.nextInt(30));
            case 4 -> new Absence(filter(false), by, window());
            default ->
                    new Lifecycle(
                            pick(Happening.values()),
                            filter(false),
                            random.nextBoolean()
                                    ? null
                                    : new Reaching(1 + random.nextInt(9), window()));
        };
    }

    private Change change() {
        Duration length = pick(Duration.ofMinutes(15), Duration.ofHours(1));
        return new Change(
                metric(),
                filter(false),
                by,
                pick(Direction.values()),
                new Threshold(number(1, 98), false),
                new Window(length, length.equals(FIELDS.timeWindow()) && random.nextBoolean()),
                pick(
                        new Reference.Previous(null),
                        new Reference.Previous(new Window(Duration.ofHours(2), false)),
                        new Reference.Ago(Duration.ofHours(1 + random.nextInt(200)))),
                random.nextInt(3));
    }

    private @Nullable Recovery recovery(Expression expression) {
        if (!(expression instanceof Count count) || random.nextBoolean()) {
            return null;
        }
        if (count.relation().rises()) {
            return new Recovery(
                    Recovery.Side.BELOW,
                    count.limit().value().min(BigDecimal.valueOf(random.nextInt(1_000))));
        }
        return count.relation().falls()
                ? new Recovery(
                        Recovery.Side.ABOVE,
                        count.limit().value().add(BigDecimal.valueOf(random.nextInt(1_000))))
                : null;
    }

    private Metric metric() {
        Metric metric = pick(Metric.values());
        return metric == Metric.NEW_GROUPS && by == Dimension.GROUP ? Metric.EVENT_COUNT : metric;
    }

    private Filter filter(boolean needed) {
        int from = needed ? 1 : 0;
        return new Filter(
                IntStream.range(0, from + random.nextInt(3 - from))
                        .mapToObj(_ -> matcher())
                        .toList());
    }

    private Matcher matcher() {
        How how = pick(How.values());
        List<String> values =
                how == How.IN ? List.of(literal(), literal(), literal()) : List.of(literal());
        return new Matcher(pick(Field.SOURCE, Field.ENVIRONMENT, Field.GROUP), how, values);
    }

    private String literal() {
        return "x"
                + random.ints(random.nextInt(8), 0x20, 0x250)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append);
    }

    private Threshold threshold(int most) {
        return random.nextInt(4) == 0
                ? new Threshold(FIELDS.threshold(), true)
                : new Threshold(
                        random.nextInt(8) == 0 ? FIELDS.threshold() : number(0, most), false);
    }

    private Window window() {
        return random.nextInt(4) == 0
                ? new Window(FIELDS.timeWindow(), true)
                : new Window(LENGTHS.get(random.nextInt(LENGTHS.size())), false);
    }

    private BigDecimal number(int least, int most) {
        return ConditionLimits.plain(
                BigDecimal.valueOf(least + random.nextInt(most - least))
                        .add(BigDecimal.valueOf(random.nextInt(1_000), 3)));
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
