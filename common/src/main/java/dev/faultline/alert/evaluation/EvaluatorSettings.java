package dev.faultline.alert.evaluation;

import java.time.Duration;

/// How an evaluator works.
///
/// @param lanes how many counters there are; as long as one of them has told no time, nothing is
///   settled
/// @param grace how late counts may be, against the watermark, and still count
/// @param staleAfter how far the watermark may lag before alerts are stale
/// @param maxKeys keys that a rule is told apart by at once; others don't count until there is room
/// @param maxCells cells that are remembered because they are not settled; when there are more, the
///   oldest count as settled
public record EvaluatorSettings(
        int lanes, Duration grace, Duration staleAfter, int maxKeys, int maxCells) {

    public static final Duration DEFAULT_GRACE = Duration.ofMinutes(2);
    public static final Duration DEFAULT_STALE_AFTER = Duration.ofMinutes(1);
    public static final int DEFAULT_MAX_KEYS = 2_000;
    public static final int DEFAULT_MAX_CELLS = 500_000;

    public EvaluatorSettings {
        if (lanes < 1 || maxKeys < 1 || maxCells < 1) {
            throw new IllegalArgumentException("lanes, maxKeys and maxCells must be at least 1");
        }
        if (grace.isNegative() || staleAfter.isNegative()) {
            throw new IllegalArgumentException("grace and staleAfter must not be negative");
        }
    }

    /// The defaults, for so many counters.
    public static EvaluatorSettings of(int lanes) {
        return new EvaluatorSettings(
                lanes, DEFAULT_GRACE, DEFAULT_STALE_AFTER, DEFAULT_MAX_KEYS, DEFAULT_MAX_CELLS);
    }

    public EvaluatorSettings withGrace(Duration other) {
        return new EvaluatorSettings(lanes, other, staleAfter, maxKeys, maxCells);
    }
}
