package dev.faultline.alert.evaluation;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.Compound;
import dev.faultline.alert.condition.Dimension;
import dev.faultline.alert.condition.Expression;
import dev.faultline.alert.condition.Filter;
import dev.faultline.alert.condition.Metric;
import dev.faultline.alert.condition.MetricTest;
import dev.faultline.alert.condition.MetricTest.Absence;
import dev.faultline.alert.condition.MetricTest.Change;
import dev.faultline.alert.condition.MetricTest.Count;
import dev.faultline.alert.condition.MetricTest.Lifecycle;
import dev.faultline.alert.condition.MetricTest.Percent;
import dev.faultline.alert.condition.MetricTest.Spike;
import dev.faultline.alert.condition.Recovery;
import dev.faultline.alert.condition.Reference;
import dev.faultline.alert.condition.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The definitions of `docs/alerting-semantics.md`, by brute force: it has all events before it,
/// and counts them anew for every end of a window.
public final class Oracle {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final AlertCondition condition;
    private final long since;
    private final List<Happened> events;
    private String key = "";
    private List<Happened> ofKey = List.of();
    private long firstOfKey;
    private final Map<Kind, long[]> secondsByKind = new HashMap<>();

    public Oracle(AlertCondition condition, long since, List<Happened> events) {
        this.condition = condition;
        this.since = since;
        this.events = events.stream().filter(event -> event.second() >= since).toList();
    }

    /// All episodes, by the ends up to this one.
    public Set<Episode> episodes(long lastEnd) {
        Set<Episode> episodes = new HashSet<>();
        for (String one : keys()) {
            key = one;
            ofKey = events.stream().filter(event -> keyOf(event).equals(key)).toList();
            secondsByKind.clear();
            firstOfKey =
                    ofKey.stream()
                            .filter(this::countsAnywhere)
                            .mapToLong(Happened::second)
                            .min()
                            .orElse(since);
            addEpisodes(lastEnd, episodes);
        }
        return episodes;
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        if (condition.by() == null) {
            keys.add("");
        }
        events.stream().filter(this::countsAnywhere).map(this::keyOf).forEach(keys::add);
        return keys;
    }

    private void addEpisodes(long lastEnd, Set<Episode> episodes) {
        long step = condition.tests().stream().mapToLong(this::bucket).min().orElseThrow();
        long keep = Math.max(step, condition.effectiveKeep().toSeconds());
        List<long[]> runs = new ArrayList<>();
        for (long end = floor(since, 900); end <= lastEnd; end += step) {
            boolean holds = holds(condition.expression(), end);
            if (!holds && !goesOn(end)) {
                continue;
            }
            if (runs.isEmpty() || end - runs.getLast()[1] > keep) {
                runs.add(new long[] {Long.MAX_VALUE, end});
            }
            long[] run = runs.getLast();
            run[0] = holds ? Math.min(run[0], end) : run[0];
            run[1] = end;
        }
        for (long[] run : runs) {
            if (run[0] < Long.MAX_VALUE
                    && run[1] - run[0] >= condition.effectiveLasting().toSeconds()) {
                episodes.add(new Episode(key, run[0], run[1]));
            }
        }
    }

    private boolean holds(Expression expression, long end) {
        return switch (expression) {
            case Compound(Compound.Operator operator, var parts) ->
                    operator == Compound.Operator.AND
                            ? parts.stream().allMatch(part -> holds(part, end))
                            : parts.stream().anyMatch(part -> holds(part, end));
            case Count test -> holds(test, end);
            case Percent test -> holds(test, end);
            case Change test -> holds(test, end);
            case Spike test -> holds(test, end);
            case Absence test ->
                    isWatched(test, end, length(test), true)
                            && count(test, passes(test.filter()), 0, length(test), end) == 0;
            case Lifecycle test -> holds(test, end);
        };
    }

    private boolean goesOn(long end) {
        Recovery recovery = condition.recovery();
        if (recovery == null) {
            return false;
        }
        Relation relation =
                recovery.side() == Recovery.Side.BELOW ? Relation.AT_LEAST : Relation.AT_MOST;
        return switch (condition.expression()) {
            case Count test ->
                    (relation.rises() || isWatched(test, end, length(test), true))
                            && relation.holds(
                                    value(test, end).compareTo(scaled(test, recovery.value())));
            case Percent test -> {
                long all = count(test, passes(test.of()), 0, length(test), end);
                yield all > 0 && relation.holds(compare(test, end, all, recovery.value()));
            }
            default -> throw new IllegalStateException();
        };
    }

    private boolean holds(Count test, long end) {
        boolean rises = test.relation().rises();
        boolean fromNothing =
                test.min() == 0
                        && test.relation().holds(BigDecimal.ZERO.compareTo(test.limit().value()));
        fromNothing |=
                condition.recovery() != null && condition.recovery().side() == Recovery.Side.ABOVE;
        if (!rises && !isWatched(test, end, length(test), fromNothing)) {
            return false;
        }
        BigDecimal count = value(test, end);
        return count.compareTo(BigDecimal.valueOf(test.min())) >= 0
                && test.relation().holds(count.compareTo(scaled(test, test.limit().value())));
    }

    private BigDecimal value(Count test, long end) {
        long count = count(test, passes(test.metric(), test.filter()), 0, length(test), end);
        return BigDecimal.valueOf(count);
    }

    /// A threshold as a count: rates are counts of a window, divided by its minutes. Thresholds
    /// have few decimals, so 60 parts of them are told apart by 12.
    private BigDecimal scaled(Count test, BigDecimal threshold) {
        return test.metric() == Metric.RATE_PER_MINUTE
                ? threshold
                        .multiply(BigDecimal.valueOf(length(test)))
                        .divide(BigDecimal.valueOf(60), 12, java.math.RoundingMode.HALF_UP)
                : threshold;
    }

    private boolean holds(Percent test, long end) {
        long all = count(test, passes(test.of()), 0, length(test), end);
        return all > 0
                && all >= test.min()
                && test.relation().holds(compare(test, end, all, test.limit().value()));
    }

    private int compare(Percent test, long end, long all, BigDecimal percent) {
        Kind part = new Kind(Signal.EVENTS, "", List.of(test.of(), test.filter()));
        long some = count(test, part, 0, length(test), end);
        return HUNDRED.multiply(BigDecimal.valueOf(some))
                .compareTo(percent.multiply(BigDecimal.valueOf(all)));
    }

    private boolean holds(Change test, long end) {
        long window = length(test);
        long distance =
                test.reference() instanceof Reference.Ago(var ago) ? ago.toSeconds() : window;
        long earlier =
                test.reference() instanceof Reference.Previous previous
                        ? previous.orSameAs(test.in()).toSeconds()
                        : window;
        if (!isWatched(test, end, distance + earlier, false)) {
            return false;
        }
        Kind passes = passes(test.metric(), test.filter());
        double now = count(test, passes, 0, window, end);
        double before = count(test, passes, distance, earlier, end);
        double scaled = before * window;
        double percent = test.percent().value().doubleValue();
        return test.direction() == MetricTest.Direction.INCREASES
                ? now >= Math.max(1, test.min()) && now * earlier * 100 >= scaled * (100 + percent)
                : before >= Math.max(1, test.min())
                        && now * earlier * 100 <= scaled * (100 - percent);
    }

    private boolean holds(Spike test, long end) {
        long window = length(test);
        Kind passes = passes(test.metric(), test.filter());
        long now = count(test, passes, 0, window, end);
        if (now < Math.max(1, test.min())) {
            return false;
        }
        long bucket = bucket(test);
        long firstSecond = floor(end, bucket) + bucket - window;
        List<Long> usual = new ArrayList<>();
        for (long until = floor(firstSecond, window);
                usual.size() < test.windows();
                until -= window) {
            if (until - window < since) {
                break;
            }
            usual.add(between(passes, until - window, until));
        }
        if (usual.size() < Math.min(12, test.windows())) {
            return false;
        }
        double median = median(usual.stream().mapToDouble(n -> n).toArray());
        double deviation = median(usual.stream().mapToDouble(n -> Math.abs(n - median)).toArray());
        return now >= test.factor().doubleValue() * median
                && (deviation == 0
                        || 0.6745 * (now - median) / deviation + 1e-9 >= test.z().doubleValue());
    }

    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        int half = numbers.length / 2;
        return numbers.length % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
    }

    private boolean holds(Lifecycle test, long end) {
        Signal signal =
                switch (test.happening()) {
                    case NEW_GROUP -> Signal.NEW_GROUPS;
                    case REGRESSION -> Signal.REGRESSIONS;
                    case REOPENED -> Signal.REOPENINGS;
                };
        long window = length(test);
        Kind happening = passes(signal, test.filter());
        return count(test, happening, 0, window, end) > 0
                && (test.reaching() == null
                        || count(test, passes(test.filter()), 0, window, end)
                                >= test.reaching().count());
    }

    /// Whether the rule, and its key, were there before the window began.
    private boolean isWatched(MetricTest test, long end, long length, boolean keyToo) {
        long bucket = bucket(test);
        long from = keyToo && condition.by() != null ? firstOfKey : since;
        return floor(end, bucket) + bucket - length >= from;
    }

    private long count(MetricTest test, Kind kind, long distance, long length, long end) {
        long until = floor(end, bucket(test)) + bucket(test) - distance;
        return between(kind, until - length, until);
    }

    private long between(Kind kind, long from, long until) {
        long[] seconds =
                secondsByKind.computeIfAbsent(
                        kind,
                        _ ->
                                ofKey.stream()
                                        .filter(kind::has)
                                        .mapToLong(Happened::second)
                                        .toArray());
        long count = 0;
        for (long second : seconds) {
            if (second >= from && second < until) {
                count++;
            }
        }
        return count;
    }

    private boolean countsAnywhere(Happened event) {
        return condition.tests().stream()
                .anyMatch(test ->
                        switch (test) {
                            case Count t -> passes(t.metric(), t.filter()).has(event);
                            case Change t -> passes(t.metric(), t.filter()).has(event);
                            case Spike t -> passes(t.metric(), t.filter()).has(event);
                            case Percent t -> passes(t.of()).has(event);
                            case Absence t -> passes(t.filter()).has(event);
                            case Lifecycle _ -> true;
                        });
    }

    private static Kind passes(Metric metric, Filter filter) {
        Signal signal = metric == Metric.NEW_GROUPS ? Signal.NEW_GROUPS : Signal.EVENTS;
        String level = metric.hasLevel() ? metric.word().replace("_count", "") : "";
        return new Kind(signal, level, List.of(filter));
    }

    private static Kind passes(Filter filter) {
        return passes(Signal.EVENTS, filter);
    }

    private static Kind passes(Signal signal, Filter filter) {
        return new Kind(signal, "", List.of(filter));
    }

    /// What is counted; of all levels if the level is empty.
    private record Kind(Signal signal, String level, List<Filter> filters) {

        boolean has(Happened event) {
            Facets facets = event.facets();
            return facets.signal() == signal
                    && (level.isEmpty() || facets.severity().level().text().equals(level))
                    && filters.stream()
                            .flatMap(filter -> filter.matchers().stream())
                            .allMatch(matcher -> passes(matcher, event));
        }
    }

    private static boolean passes(Filter.Matcher matcher, Happened event) {
        String value =
                switch (matcher.field()) {
                    case LEVEL -> event.facets().severity().level().text();
                    case SEVERITY -> event.facets().severity().text();
                    case SOURCE -> event.facets().source();
                    case ENVIRONMENT -> event.facets().environment();
                    case GROUP -> event.group();
                };
        return switch (matcher.how()) {
            case IS, IN -> matcher.values().contains(value);
            case IS_NOT -> !matcher.values().contains(value);
            case LIKE -> value.matches(matcher.values().getFirst().replace("*", ".*"));
        };
    }

    private String keyOf(Happened event) {
        Dimension by = condition.by();
        return switch (by) {
            case null -> "";
            case GROUP -> event.group();
            case SOURCE -> event.facets().source();
            case ENVIRONMENT -> event.facets().environment();
        };
    }

    private long length(MetricTest test) {
        return test.window().map(window -> window.length().toSeconds()).orElse(1L);
    }

    private long bucket(MetricTest test) {
        return Objects.requireNonNull(test.bucket()).toSeconds();
    }

    private static long floor(long second, long size) {
        return Math.floorDiv(second, size) * size;
    }
}
