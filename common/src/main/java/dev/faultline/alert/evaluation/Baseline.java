package dev.faultline.alert.evaluation;

import java.util.Arrays;

/// What is usual: median, and median of the deviations from it, of the counts of some windows. Both
/// are kept as whole numbers.
///
/// @param upTo the windows' counts that it is of begin before this second
/// @param windows how many windows there were
/// @param twiceMedian two times the median
/// @param fourTimesDeviation four times the median absolute deviation
record Baseline(long upTo, int windows, long twiceMedian, long fourTimesDeviation) {

    /// 0.6745, the factor of the modified z-score, in ten-thousandths.
    private static final long Z_SCALE = 6_745;

    static Baseline of(long upTo, long[] counts) {
        long twiceMedian = twiceMedian(counts);
        long[] deviations = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            deviations[i] = Math.abs(2 * counts[i] - twiceMedian);
        }
        return new Baseline(upTo, counts.length, twiceMedian, twiceMedian(deviations));
    }

    private static long twiceMedian(long[] numbers) {
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2];
    }

    /// Whether a count is this many times the median.
    boolean reachesFactor(long count, long factorThousandths) {
        return 2_000 * count >= factorThousandths * twiceMedian;
    }

    /// Whether the modified z-score of a count is this high: 0.6745 times its deviation in units of
    /// the usual one. Where nothing ever deviated, every count is.
    boolean reachesZ(long count, long zThousandths) {
        return fourTimesDeviation == 0
                || Z_SCALE * (4 * count - 2 * twiceMedian)
                        >= 10 * zThousandths * fourTimesDeviation;
    }

    double median() {
        return twiceMedian / 2.0;
    }

    /// The modified z-score of a count; infinite where nothing ever deviated.
    double z(long count) {
        return Z_SCALE / 10_000.0 * (4 * count - 2 * twiceMedian) / fourTimesDeviation;
    }
}
