package dev.faultline.alert.evaluation;

import dev.faultline.alert.condition.Relation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares the share of some in all with a percentage. More of the others can undo it, so it is
/// certain only when its window is settled.
///
/// @param part series of those whose share it is
/// @param whole series of all
/// @param thousandths the threshold, in thousandths of a percent
/// @param min the least count of the whole
/// @param goesOn with which shares an alert goes on, beside those that make it hold
record PercentCheck(
        int part,
        int whole,
        long bucket,
        long window,
        Relation relation,
        long thousandths,
        long min,
        @Nullable GoesOn goesOn,
        String test,
        String needed)
        implements Decision {

    /// The shares with which an alert goes on.
    record GoesOn(Relation relation, long thousandths) {}

    @Override
    public Verdict at(Instance instance, long end, long settled) {
        long last = Seconds.floor(end, bucket);
        if (last + bucket > settled) {
            return Verdict.NO;
        }
        long all = instance.counts(whole).within(last - window, last);
        if (all == 0) {
            return Verdict.NO;
        }
        long some = instance.counts(part).within(last - window, last);
        if (all >= min && relation.holds(Long.compare(100_000 * some, thousandths * all))) {
            return Verdict.HOLDS;
        }
        return goesOn != null
                        && goesOn.relation.holds(
                                Long.compare(100_000 * some, goesOn.thousandths * all))
                ? Verdict.GOES_ON
                : Verdict.NO;
    }

    @Override
    public long nextChange(Instance instance, long end, long settled) {
        long last = Seconds.floor(end, bucket);
        long next = instance.counts(whole).nextAfter(last);
        long leaving = instance.counts(whole).nextAfter(last - window);
        next = leaving == Long.MAX_VALUE ? next : Math.min(next, leaving + window);
        long end_ = Seconds.floor(settled, bucket);
        return end_ > last ? Math.min(next, end_) : next;
    }

    @Override
    public boolean rises() {
        return false;
    }

    @Override
    public boolean canBeEarly() {
        return false;
    }

    @Override
    public boolean canHoldAtNothing() {
        return false;
    }

    @Override
    public void read(Instance instance, long end, List<Reading> readings) {
        long last = Seconds.floor(end, bucket);
        long all = instance.counts(whole).within(last - window, last);
        long some = instance.counts(part).within(last - window, last);
        BigDecimal share = share(some, all);
        String seen =
                share == null
                        ? "nothing counted"
                        : "%s%% (%d of %d)".formatted(share.toPlainString(), some, all);
        readings.add(
                new Reading(
                        test,
                        share,
                        at(instance, end, Seconds.FOREVER) == Verdict.HOLDS,
                        seen + ", needs " + needed,
                        Instant.ofEpochSecond(last - window + bucket),
                        Instant.ofEpochSecond(last + bucket)));
    }

    private static @Nullable BigDecimal share(long some, long all) {
        return all == 0
                ? null
                : BigDecimal.valueOf(some)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(all), 3, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }
}
