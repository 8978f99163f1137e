package dev.faultline.alert.evaluation;

import dev.faultline.alert.condition.Relation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/// Compares how many there are in a window with a number.
///
/// @param series where they are counted
/// @param bucket seconds of a bucket
/// @param window seconds of the window, a multiple of the bucket
/// @param limits the counts that make it hold, if they are not below `min`
/// @param goesOn the counts with which an alert goes on, beside those that make it hold
/// @param perMinute whether people read it as a rate
/// @param test as it is written
/// @param needed what would make it hold, in words
record CountCheck(
        int series,
        long bucket,
        long window,
        Limits limits,
        long min,
        Limits goesOn,
        boolean perMinute,
        String test,
        String needed)
        implements Decision {

    @Override
    public Verdict at(Instance instance, long end, long settled) {
        long last = Seconds.floor(end, bucket);
        if (!rises() && (last + bucket > settled || isPartial(instance, last))) {
            return Verdict.NO;
        }
        long count = instance.counts(series).within(last - window, last);
        if (limits.contains(count) && count >= min) {
            return Verdict.HOLDS;
        }
        return goesOn.contains(count) ? Verdict.GOES_ON : Verdict.NO;
    }

    @Override
    public long nextChange(Instance instance, long end, long settled) {
        long last = Seconds.floor(end, bucket);
        Counts counts = instance.counts(series);
        long next = Math.min(counts.nextAfter(last), plus(counts.nextAfter(last - window), window));
        if (rises()) {
            return next;
        }
        long whole = firstWhole(instance);
        next = whole > last ? Math.min(next, whole) : next;
        long final_ = Seconds.floor(settled, bucket);
        return final_ > last ? Math.min(next, final_) : next;
    }

    /// Whether the window reaches back to when nobody watched.
    private boolean isPartial(Instance instance, long last) {
        return last < firstWhole(instance);
    }

    /// The last bucket of the first window of which all was watched. Where nothing is not enough
    /// for it to hold, a key need not have come up before.
    private long firstWhole(Instance instance) {
        long since = canHoldAtNothing() ? instance.watchedSince() : instance.ruleSince();
        return Seconds.ceil(since, bucket) + window - bucket;
    }

    private static long plus(long bucket, long seconds) {
        return bucket == Long.MAX_VALUE ? bucket : bucket + seconds;
    }

    @Override
    public boolean rises() {
        return limits.rises() && (goesOn.isEmpty() || goesOn.rises());
    }

    @Override
    public boolean canBeEarly() {
        return rises();
    }

    @Override
    public boolean canHoldAtNothing() {
        return (limits.contains(0) && min == 0) || goesOn.contains(0);
    }

    @Override
    public void read(Instance instance, long end, List<Reading> readings) {
        long last = Seconds.floor(end, bucket);
        long count = instance.counts(series).within(last - window, last);
        BigDecimal value = BigDecimal.valueOf(count);
        if (perMinute) {
            value =
                    BigDecimal.valueOf(count * 60)
                            .divide(BigDecimal.valueOf(window), 3, RoundingMode.HALF_UP);
        }
        String partial =
                !rises() && isPartial(instance, last)
                        ? "; it has not been watched for a whole window yet"
                        : "";
        readings.add(
                new Reading(
                        test,
                        value,
                        at(instance, end, Seconds.FOREVER) == Verdict.HOLDS,
                        "%s, needs %s%s"
                                .formatted(
                                        value.stripTrailingZeros().toPlainString(),
                                        needed,
                                        partial),
                        Instant.ofEpochSecond(last - window + bucket),
                        Instant.ofEpochSecond(last + bucket)));
    }

    /// `more than 50`.
    static String needed(Relation relation, BigDecimal threshold, long min) {
        String words =
                switch (relation) {
                    case GREATER -> "more than ";
                    case AT_LEAST -> "at least ";
                    case LESS -> "less than ";
                    case AT_MOST -> "at most ";
                    case EQUAL -> "exactly ";
                    case UNEQUAL -> "anything but ";
                };
        return words
                + threshold.toPlainString()
                + (min > 0 ? " and a count of at least " + min : "");
    }
}
