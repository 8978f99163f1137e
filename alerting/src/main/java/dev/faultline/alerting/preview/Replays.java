package dev.faultline.alerting.preview;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.MetricTest;
import dev.faultline.alert.evaluation.EvaluatorSettings;
import dev.faultline.alert.evaluation.Transition;
import dev.faultline.alerting.cells.CellHistory;
import dev.faultline.event.ProjectId;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Takes rules through the past, a few at a time. Thread-safe.
final class Replays {

    private static final Duration TURN = Duration.ofSeconds(2);

    private final CellHistory history;
    private final PreviewSettings settings;
    private final Semaphore turns;

    Replays(CellHistory history, PreviewSettings settings) {
        this.history = history;
        this.settings = settings;
        this.turns = new Semaphore(settings.maxConcurrent());
    }

    /// A stretch of the past.
    ///
    /// @param from when the rule comes into effect
    /// @param to the last counts
    /// @param now the evaluator's time in the end
    /// @param watermark up to when counts are all there is
    record Stretch(Instant from, Instant to, Instant now, Instant watermark) {}

    /// @return the replay, at its end
    /// @throws ApiException `400` if it is too much work, `503` if too many ask or the database
    ///   does not answer
    Replay run(
            ProjectId project,
            AlertCondition condition,
            Stretch stretch,
            Consumer<Transition> transitions) {
        if (!isMyTurn()) {
            throw new ApiException(
                    ProblemType.UNAVAILABLE, "Others try rules right now: try again shortly");
        }
        try {
            var replay =
                    new Replay(
                            condition,
                            stretch.from(),
                            stretch.watermark(),
                            stretch.to(),
                            transitions,
                            new WorkLimit(settings));
            history.read(
                    project, stretch.from(), stretch.to(), condition.needsGroups(), replay::take);
            replay.finish(stretch.now());
            return replay;
        } finally {
            turns.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// How far back the counts reach that decide what a rule says at one moment.
    static Duration reach(AlertCondition condition) {
        return condition.tests().stream()
                .map(Replays::reach)
                .max(Duration::compareTo)
                .orElseThrow()
                .plus(condition.effectiveKeep())
                .plus(condition.effectiveLasting())
                .plus(EvaluatorSettings.DEFAULT_GRACE);
    }

    private static Duration reach(MetricTest test) {
        Duration looks = test.lookBack().plus(test.bucket());
        return test instanceof MetricTest.Spike spike
                ? looks.plus(spike.baseline()).plus(spike.in().length())
                : looks;
    }
}
