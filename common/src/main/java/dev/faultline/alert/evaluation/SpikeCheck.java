package dev.faultline.alert.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Compares the count of a window with what is usual in windows of that length. Those stand side by
/// side, each beginning at a multiple of its length, and the last ends before the present one
/// begins. It is certain as soon as it holds and those windows are settled.
///
/// @param series counts by bucket
/// @param history counts by window
/// @param windows how many windows the baseline has
record SpikeCheck(
        int series,
        int history,
        long bucket,
        long window,
        int windows,
        long factorThousandths,
        long zThousandths,
        long min,
        String test)
        implements Decision {

    /// A baseline that is younger than its length is used from this many windows on.
    private static final int ENOUGH_WINDOWS = 12;

    @Override
    public Verdict at(Instance instance, long end, long settled) {
        long last = Seconds.floor(end, bucket);
        long upTo = baselineEnd(last);
        int available = available(instance, upTo);
        if (upTo > settled || available < enough()) {
            return Verdict.NO;
        }
        long count = count(instance, last);
        if (count < Math.max(min, 1)) {
            return Verdict.NO;
        }
        Baseline usual = instance.baseline(this, upTo, available);
        return holds(count, usual) ? Verdict.HOLDS : Verdict.NO;
    }

    private boolean holds(long count, Baseline usual) {
        return usual.reachesFactor(count, factorThousandths) && usual.reachesZ(count, zThousandths);
    }

    /// Looks at the windows of the baseline that end here.
    Baseline baseline(Counts counts, long upTo, int available) {
        long[] values = new long[available];
        for (int i = 0; i < available; i++) {
            long start = upTo - (i + 1) * window;
            values[i] = counts.within(start - 1, start);
        }
        return Baseline.of(upTo, values);
    }

    private long count(Instance instance, long last) {
        return instance.counts(series).within(last - window, last);
    }

    private long baselineEnd(long last) {
        return Seconds.floor(last + bucket - window, window);
    }

    private int available(Instance instance, long upTo) {
        long since = Seconds.ceil(instance.ruleSince(), window);
        return Math.clamp((upTo - since) / window, 0, windows);
    }

    private int enough() {
        return Math.min(windows, ENOUGH_WINDOWS);
    }

    @Override
    public long nextChange(Instance instance, long end, long settled) {
        long last = Seconds.floor(end, bucket);
        Counts counts = instance.counts(series);
        long leaving = counts.nextAfter(last - window);
        long next = baselineEnd(last) + 2 * window - bucket;
        next = Math.min(next, counts.nextAfter(last));
        return leaving == Long.MAX_VALUE ? next : Math.min(next, leaving + window);
    }

    @Override
    public boolean rises() {
        return false;
    }

    @Override
    public boolean canBeEarly() {
        return true;
    }

    @Override
    public boolean canHoldAtNothing() {
        return false;
    }

    @Override
    public void read(Instance instance, long end, List<Reading> readings) {
        long last = Seconds.floor(end, bucket);
        long count = count(instance, last);
        long upTo = baselineEnd(last);
        int available = available(instance, upTo);
        readings.add(
                new Reading(
                        test,
                        BigDecimal.valueOf(count),
                        at(instance, end, Seconds.FOREVER) == Verdict.HOLDS,
                        available < enough()
                                ? "%d; the baseline has %d of the %d windows it needs"
                                        .formatted(count, available, enough())
                                : sentence(count, instance.baseline(this, upTo, available)),
                        Instant.ofEpochSecond(last - window + bucket),
                        Instant.ofEpochSecond(last + bucket)));
    }

    private String sentence(long count, Baseline usual) {
        return String.format(
                Locale.ROOT,
                "%d against a median of %.1f in %d windows, z %.1f; needs %d, %.1f times the median"
                        + " and z %.1f",
                count,
                usual.median(),
                usual.windows(),
                usual.z(count),
                Math.max(min, 1),
                factorThousandths / 1_000.0,
                zThousandths / 1_000.0);
    }
}
