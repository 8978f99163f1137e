package dev.faultline.alerting.preview;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alerting.cells.CellHistory;
import dev.faultline.alerting.cells.CountedUntil;
import dev.faultline.alerting.preview.Replays.Stretch;
import dev.faultline.event.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Tries rules on the past. Thread-safe.
final class RulePreview {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CellHistory history;
    private final Replays replays;

    RulePreview(CellHistory history, Replays replays) {
        this.history = history;
        this.replays = replays;
    }

    PreviewAnswer preview(ProjectId project, PreviewRequest request) {
        Optional<CountedUntil> known = history.countedUntil(project);
        if (known.isEmpty()
                || known.get().since().isAfter(request.to())
                || known.get().watermark().isBefore(request.from())) {
            return PreviewAnswer.ofNothing(request, "No counts of this time are kept.");
        }
        return preview(project, request, known.get());
    }

    /// The rule comes into effect so much earlier that it says at `from` what it would say if it
    /// had been there always.
    private PreviewAnswer preview(ProjectId project, PreviewRequest request, CountedUntil known) {
        AlertCondition condition = request.condition();
        Instant begin = latest(request.from().minus(Replays.reach(condition)), known.since());
        Instant to = earliest(request.to(), known.toldAt());
        Instant watermark = earliest(to, known.watermark());
        var episodes = new Episodes(request.from(), request.limit());
        Replay replay =
                replays.run(project, condition, new Stretch(begin, to, to, watermark), episodes);
        Instant coveredFrom = latest(request.from(), known.since());
        Instant secondsFrom =
                replay.lastCoarse()
                        .map(coarse -> latest(coarse.plus(MINUTE), coveredFrom))
                        .orElse(coveredFrom);
        return new PreviewAnswer(
                condition.text(),
                request.from(),
                request.to(),
                coveredFrom,
                watermark,
                secondsFrom.isAfter(coveredFrom) ? "minute" : "second",
                secondsFrom,
                episodes.last(),
                episodes.total(),
                !episodes.open().isEmpty(),
                replay.isDegraded(),
                notes(request, replay, coveredFrom, secondsFrom));
    }

    private static List<String> notes(
            PreviewRequest request, Replay replay, Instant coveredFrom, Instant secondsFrom) {
        List<String> notes = new ArrayList<>();
        if (coveredFrom.isAfter(request.from())) {
            notes.add("Counts are kept since %s only.".formatted(coveredFrom));
        }
        boolean coarse = secondsFrom.isAfter(coveredFrom);
        if (coarse) {
            notes.add(
                    "Before %s counts are by the minute, so alerts begin and end up to a minute earlier or later."
                            .formatted(secondsFrom));
        }
        if (request.condition().needsGroups()) {
            notes.add(
                    "Groups are told apart only where a rule of the project needed them at the time%s."
                            .formatted(coarse ? ", and not before " + secondsFrom : ""));
        }
        if (!replay.isComplete()) {
            notes.add("There were minutes with more kinds of events than are kept.");
        }
        return List.copyOf(notes);
    }

    private static Instant latest(Instant one, Instant other) {
        return Collections.max(List.of(one, other));
    }

    private static Instant earliest(Instant one, Instant other) {
        return Collections.min(List.of(one, other));
    }
}
