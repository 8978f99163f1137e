package dev.faultline.alert.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares the count of a window with that of an earlier one, scaled to the same length. An
/// increase is certain as soon as it holds and the earlier window is settled; a decrease only when
/// the present one is settled too.
///
/// @param distance seconds from the end of the earlier window to the end of this one
/// @param earlier seconds of the earlier window
/// @param thousandths of the earlier count that the present one must reach or not exceed, in
///   thousandths of a percent: 400 000 for an increase by 300 %
/// @param min the least count of the larger of the two
record ChangeCheck(
        int series,
        long bucket,
        long window,
        long distance,
        long earlier,
        boolean increases,
        long thousandths,
        long min,
        String test,
        String needed)
        implements Decision {

    @Override
    public Verdict at(Instance instance, long end, long settled) {
        long last = Seconds.floor(end, bucket);
        long mustBeFinal = increases ? last - distance : last;
        if (mustBeFinal + bucket > settled || isPartial(instance, last)) {
            return Verdict.NO;
        }
        return holds(now(instance, last), before(instance, last)) ? Verdict.HOLDS : Verdict.NO;
    }

    private boolean holds(long now, long before) {
        if ((increases ? now : before) < Math.max(min, 1)) {
            return false;
        }
        int comparison = compareProducts(now, earlier * 100_000, before, window * thousandths);
        return increases ? comparison >= 0 : comparison <= 0;
    }

    private long now(Instance instance, long last) {
        return instance.counts(series).within(last - window, last);
    }

    private long before(Instance instance, long last) {
        return instance.counts(series).within(last - distance - earlier, last - distance);
    }

    private boolean isPartial(Instance instance, long last) {
        return last - distance - earlier + bucket < Seconds.ceil(instance.ruleSince(), bucket);
    }

    /// Compares two products of numbers that are not negative, without overflow.
    private static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    @Override
    public long nextChange(Instance instance, long end, long settled) {
        long last = Seconds.floor(end, bucket);
        Counts counts = instance.counts(series);
        long next = Seconds.FOREVER;
        for (long shift : new long[] {0, window, distance, distance + earlier}) {
            long bucketThen = counts.nextAfter(last - shift);
            next = bucketThen == Long.MAX_VALUE ? next : Math.min(next, bucketThen + shift);
        }
        long whole = Seconds.ceil(instance.ruleSince(), bucket) + distance + earlier - bucket;
        next = whole > last ? Math.min(next, whole) : next;
        long undecided = Seconds.floor(settled + (increases ? distance : 0), bucket);
        return undecided > last ? Math.min(next, undecided) : next;
    }

    @Override
    public boolean rises() {
        return false;
    }

    @Override
    public boolean canBeEarly() {
        return increases;
    }

    @Override
    public boolean canHoldAtNothing() {
        return false;
    }

    @Override
    public void read(Instance instance, long end, List<Reading> readings) {
        long last = Seconds.floor(end, bucket);
        long now = now(instance, last);
        long before = before(instance, last);
        readings.add(
                new Reading(
                        test,
                        change(now, before),
                        at(instance, end, Seconds.FOREVER) == Verdict.HOLDS,
                        "%d against %d before, needs %s%s"
                                .formatted(
                                        now,
                                        before,
                                        needed,
                                        isPartial(instance, last)
                                                ? "; it has not been watched for that long yet"
                                                : ""),
                        Instant.ofEpochSecond(last - window + bucket),
                        Instant.ofEpochSecond(last + bucket)));
    }

    private @Nullable BigDecimal change(long now, long before) {
        return before == 0
                ? null
                : BigDecimal.valueOf(now)
                        .multiply(BigDecimal.valueOf(earlier * 100))
                        .divide(
                                BigDecimal.valueOf(before).multiply(BigDecimal.valueOf(window)),
                                1,
                                RoundingMode.HALF_UP)
                        .subtract(BigDecimal.valueOf(100));
    }
}
