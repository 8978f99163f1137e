package dev.faultline.alerting.preview;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Evaluator;
import dev.faultline.alert.evaluation.EvaluatorSettings;
import dev.faultline.alert.evaluation.Explanation;
import dev.faultline.alert.evaluation.Input;
import dev.faultline.alert.evaluation.RuleChange;
import dev.faultline.alert.evaluation.Tick;
import dev.faultline.alert.evaluation.Transition;
import dev.faultline.alerting.cells.PastMinute;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes a rule through the past, with the evaluator that also decides on the present. Counts come
/// in the order of their time, so between them time is told by ticks: each second where seconds are
/// known, else each minute.
final class Replay {

    private static final UUID RULE = new UUID(0, 0);
    private static final long MINUTE = 60;
    private static final int MOST_KEYS = 10_000;
    private static final int TICKS_BETWEEN_CHECKS = 4_096;

    private final AlertCondition condition;
    private final Evaluator evaluator = new Evaluator(EvaluatorSettings.of(1));
    private final Consumer<Transition> out;
    private final WorkLimit limit;
    private final Map<String, Long> countedByKey = new HashMap<>();
    private final long watermark;
    private final long last;
    private long ticked;
    private int ticks;
    private @Nullable Instant lastCoarse;
    private boolean complete = true;

    /// @param effectiveFrom counts before don't count; of a minute whose seconds are not told
    ///   apart, that is all of them unless the whole minute lies behind
    /// @param watermark of the past: later counts are not all there is
    /// @param last later counts are left aside
    Replay(
            AlertCondition condition,
            Instant effectiveFrom,
            Instant watermark,
            Instant last,
            Consumer<Transition> out,
            WorkLimit limit) {
        this.condition = condition;
        this.out = out;
        this.limit = limit;
        this.watermark = watermark.getEpochSecond();
        this.last = last.getEpochSecond();
        // On whole minutes, as the counts are where seconds are not known.
        this.ticked = effectiveFrom.truncatedTo(ChronoUnit.MINUTES).getEpochSecond();
        accept(new RuleChange.Put(RULE, 1, condition, effectiveFrom));
    }

    void take(PastMinute minute) {
        limit.spend(minute.cells().size());
        complete &= minute.complete();
        if (!minute.fine()) {
            lastCoarse = minute.start();
        }
        for (Cell cell : minute.cells()) {
            if (cell.second() > last) {
                return;
            }
            tickTo(cell.second(), minute.fine() ? 1 : MINUTE);
            tally(cell);
            accept(cell);
        }
    }

    /// There are no more counts.
    ///
    /// @param now the evaluator's time
    void finish(Instant now) {
        tickTo(watermark, 1);
        accept(new Tick(0, now, Instant.ofEpochSecond(watermark)));
    }

    private void tickTo(long second, long step) {
        long end = Math.min(second, watermark);
        for (long next = ticked + step; next <= end; next += step) {
            if (++ticks % TICKS_BETWEEN_CHECKS == 0) {
                limit.spend(0);
            }
            Instant time = Instant.ofEpochSecond(next);
            accept(new Tick(0, time, time));
            ticked = next;
        }
    }

    private void accept(Input input) {
        evaluator.accept(input).forEach(out);
    }

    private void tally(Cell cell) {
        String key =
                switch (condition.by()) {
                    case null -> null;
                    case GROUP -> cell.group();
                    case SOURCE -> cell.facets().source();
                    case ENVIRONMENT -> cell.facets().environment();
                };
        if (key != null && (countedByKey.size() < MOST_KEYS || countedByKey.containsKey(key))) {
            countedByKey.merge(key, cell.count(), Long::sum);
        }
    }

    /// Keys that anything was counted of, those with the most first.
    List<String> keys(int most) {
        return countedByKey.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    Explanation explain(String key) {
        return evaluator.explain(RULE, key).orElseThrow();
    }

    boolean isDegraded() {
        return evaluator.refusedCells(RULE) > 0;
    }

    /// Whether nothing was left out when the past was kept.
    boolean isComplete() {
        return complete;
    }

    /// The last minute whose seconds were not told apart.
    Optional<Instant> lastCoarse() {
        return Optional.ofNullable(lastCoarse);
    }
}
