package dev.faultline.alert.evaluation;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alert.condition.ConditionFields;
import dev.faultline.event.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/// A rule, what happens, and the input that comes of it: several counters that lag, coalesce,
/// repeat themselves and lose their counts, events that come late, and ticks. All from a seed.
public final class RandomCase {

    public static final UUID RULE = UUID.fromString("7d9f4d4a-4f0e-4ac5-8e3a-0b6c7d1e2f30");
    private static final List<Signal> SIGNALS =
            List.of(
                    Signal.EVENTS,
                    Signal.EVENTS,
                    Signal.EVENTS,
                    Signal.EVENTS,
                    Signal.NEW_GROUPS,
                    Signal.REGRESSIONS);
    private static final List<Severity> SEVERITIES =
            List.of(Severity.FATAL, Severity.ERROR, Severity.WARNING);
    private static final List<String> SOURCES = List.of("web", "api", "app");
    private static final List<String> ENVIRONMENTS = List.of("production", "test");

    public final AlertCondition condition;
    public final EvaluatorSettings settings;
    public final List<Input> inputs = new ArrayList<>();

    /// What counts, whatever the order it comes in.
    final List<Happened> counted = new ArrayList<>();

    private final Random random;

    /// How much longer than seconds everything takes.
    private final int scale;

    private final long begin;
    private final long length;
    private final int lanes;
    private final long grace;
    private final long[] watermarks;

    /// Earlier seconds don't count.
    private long since = Long.MIN_VALUE;

    /// Up to when the last tick says that all is counted.
    private long end;

    private record Arriving(Happened event, int lane, long at) {}

    private record CellKey(int lane, Happened kind) {}

    private final Map<CellKey, Integer> counts = new HashMap<>();
    private final int[] generations;

    public RandomCase(long seed) {
        this.random = new Random(seed);
        this.scale = random.nextInt(8) > 0 ? 1 : random.nextInt(3) > 0 ? 31 : 190;
        this.condition = condition();
        this.begin = 1_000_000L + random.nextInt(1_000);
        this.length = (60L + random.nextInt(200)) * scale;
        this.lanes = 1 + random.nextInt(3);
        this.grace = random.nextInt(30) * (long) scale;
        this.watermarks = new long[lanes];
        Arrays.fill(watermarks, Long.MIN_VALUE / 2);
        this.generations = new int[lanes];
        this.settings = EvaluatorSettings.of(lanes).withGrace(Duration.ofSeconds(grace));
        generate();
    }

    private AlertCondition condition() {
        while (true) {
            try {
                return AlertCondition.parse(
                        new RandomRule(random, scale).text(), ConditionFields.NONE);
            } catch (ConditionException e) {
                // Times that don't fit together: try others.
            }
        }
    }

    /// What must come out.
    Set<Episode> expected() {
        return new Oracle(condition, since, counted).episodes(lastEnd());
    }

    /// The last end of a window that is known for good.
    long lastEnd() {
        long coarse = buckets().max().orElseThrow();
        return Math.floorDiv(end - grace, coarse) * coarse - buckets().min().orElseThrow();
    }

    private LongStream buckets() {
        return condition.tests().stream().mapToLong(test -> test.bucket().toSeconds());
    }

    private void generate() {
        List<Arriving> arriving = arriving();
        long putAt = begin + (random.nextInt(3) == 0 ? random.nextLong(length / 2) : 0);
        long effectiveFrom = putAt - random.nextLong(20L * scale) + random.nextLong(20L * scale);
        int[] lag = random.ints(lanes, 0, 10 * scale).toArray();
        int[] done = new int[lanes];
        List<List<Arriving>> byLane = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            int one = lane;
            byLane.add(arriving.stream().filter(a -> a.lane() == one).toList());
        }
        long last = begin + length + grace + 40L * scale;
        for (long now = begin - 10L * scale; now < last; now += 1 + random.nextInt(4 * scale)) {
            if (since == Long.MIN_VALUE && now >= putAt) {
                put(effectiveFrom);
            }
            int lane = random.nextInt(lanes);
            done[lane] = flush(lane, byLane.get(lane), done[lane], now - lag[lane], now);
        }
        if (since == Long.MIN_VALUE) {
            put(effectiveFrom);
        }
        for (int lane = 0; lane < lanes; lane++) {
            done[lane] = flush(lane, byLane.get(lane), done[lane], last, last);
        }
        settle(last);
    }

    /// Time goes on without events.
    private void settle(long from) {
        end = from + grace + 200L * scale + random.nextInt(100 * scale);
        for (long now = from; now < end; now += 1 + random.nextInt(60 * scale)) {
            tick(random.nextInt(lanes), now, now);
        }
        for (int lane = 0; lane < lanes; lane++) {
            tick(lane, end, end);
        }
    }

    private void put(long effectiveFrom) {
        since = Math.max(effectiveFrom, settled());
        inputs.add(new RuleChange.Put(RULE, 1, condition, Instant.ofEpochSecond(effectiveFrom)));
    }

    private List<Arriving> arriving() {
        List<Arriving> arriving = new ArrayList<>();
        int bursts = 1 + random.nextInt(6);
        for (int burst = 0; burst < bursts; burst++) {
            long at = begin + random.nextLong(length);
            int width = 1 + random.nextInt(15 * scale);
            Facets facets = facets();
            for (int n = random.nextInt(12); n >= 0; n--) {
                long second = at + random.nextInt(width);
                Facets one = random.nextInt(3) == 0 ? facets() : facets;
                String group = "g" + random.nextInt(3);
                long delay = random.nextBoolean() || grace == 0 ? 0 : random.nextLong(grace + 1);
                if (random.nextInt(25) == 0) {
                    delay += random.nextInt(60 * scale);
                }
                arriving.add(
                        new Arriving(
                                new Happened(second, one, group),
                                random.nextInt(lanes),
                                second + delay));
            }
        }
        arriving.sort(Comparator.comparingLong(Arriving::at));
        return arriving;
    }

    private Facets facets() {
        return new Facets(
                SIGNALS.get(random.nextInt(SIGNALS.size())),
                SEVERITIES.get(random.nextInt(SEVERITIES.size())),
                SOURCES.get(random.nextInt(SOURCES.size())),
                ENVIRONMENTS.get(random.nextInt(ENVIRONMENTS.size())));
    }

    /// A counter counts what has arrived before this moment, and tells.
    private int flush(int lane, List<Arriving> all, int from, long until, long now) {
        Set<Happened> changed = new LinkedHashSet<>();
        int at = from;
        long settled = settled();
        for (; at < all.size() && all.get(at).at() < until; at++) {
            Happened event = all.get(at).event();
            counts.merge(new CellKey(lane, event), 1, Integer::sum);
            changed.add(event);
            if (event.second() >= settled) {
                counted.add(event);
            }
        }
        List<Happened> cells = new ArrayList<>(changed);
        if (random.nextInt(8) == 0) {
            beginAnew(lane, cells);
        }
        Collections.shuffle(cells, random);
        for (Happened kind : cells) {
            inputs.add(cell(lane, kind, counts.get(new CellKey(lane, kind))));
        }
        if (!cells.isEmpty() && random.nextInt(4) == 0) {
            Happened again = cells.get(random.nextInt(cells.size()));
            int count = counts.get(new CellKey(lane, again));
            inputs.add(cell(lane, again, random.nextInt(count + 1)));
        }
        if (until > watermarks[lane]) {
            tick(lane, now, until);
        }
        return at;
    }

    /// A counter has lost its counts, and counts all again.
    private void beginAnew(int lane, List<Happened> cells) {
        generations[lane]++;
        counts.forEach((key, count) -> {
            if (key.lane() == lane) {
                cells.remove(key.kind());
                cells.add(key.kind());
                inputs.add(cell(lane, key.kind(), random.nextInt(count + 1)));
            }
        });
    }

    private Cell cell(int lane, Happened kind, int count) {
        return new Cell(lane, kind.facets(), kind.group(), kind.second(), generations[lane], count);
    }

    private void tick(int lane, long now, long watermark) {
        watermarks[lane] = Math.max(watermarks[lane], watermark);
        inputs.add(new Tick(lane, Instant.ofEpochSecond(now), Instant.ofEpochSecond(watermark)));
    }

    private long settled() {
        return LongStream.of(watermarks).min().orElseThrow() - grace;
    }

    @Override
    public String toString() {
        return "%s since %d, grace %d, %d lanes".formatted(condition, since, grace, lanes);
    }
}
