package dev.faultline.alert.evaluation;

import java.util.Arrays;

/// Counts by bucket, of which only those are kept that are not zero, in order of time, as running
/// sums. To count in the newest bucket takes constant time, to sum over a window two searches.
final class Counts {

    private static final int FEW = 8;

    private final int most;
    private long[] buckets = new long[FEW];

    /// `sums[i]` is the sum of all buckets up to `buckets[i]` since the beginning.
    private long[] sums = new long[FEW];

    private int from;
    private int to;

    /// The sum of all that is forgotten.
    private long forgotten;

    /// @param most buckets to keep; the oldest is forgotten for another one
    Counts(int most) {
        this.most = most;
    }

    boolean isEmpty() {
        return from == to;
    }

    int size() {
        return to - from;
    }

    /// Adds to a bucket, or takes from it. Buckets before the first that is kept when there is no
    /// room are not taken up.
    ///
    /// @param bucket its start
    void add(long bucket, long delta) {
        int index = upTo(bucket);
        if (index == from || buckets[index - 1] != bucket) {
            if (size() == most) {
                if (index == from) {
                    return;
                }
                forgetFirst(1);
            }
            index = insert(index, bucket);
        }
        for (int i = index - 1; i < to; i++) {
            sums[i] += delta;
        }
    }

    /// The sum of the buckets after one and up to another.
    long within(long after, long upTo) {
        return sumUpTo(upTo) - sumUpTo(after);
    }

    /// The first bucket after this time that is not zero; [Long#MAX_VALUE] if there is none.
    long nextAfter(long time) {
        int index = upTo(time);
        return index == to ? Long.MAX_VALUE : buckets[index];
    }

    /// The last bucket that is not zero.
    long last() {
        return buckets[to - 1];
    }

    void forget(long upTo) {
        if (from < to && buckets[from] <= upTo) {
            forgetFirst(upTo(upTo) - from);
        }
    }

    private void forgetFirst(int count) {
        if (count > 0) {
            forgotten = sums[from + count - 1];
            from += count;
        }
    }

    private long sumUpTo(long time) {
        int index = upTo(time);
        return index == from ? forgotten : sums[index - 1];
    }

    /// The index behind the last bucket that is not after this time.
    private int upTo(long time) {
        if (from == to || buckets[to - 1] <= time) {
            return to;
        }
        int found = Arrays.binarySearch(buckets, from, to, time);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// @return the index behind the new bucket, whose sum is that of the one before
    private int insert(int index, long bucket) {
        int shifted = makeRoom();
        int at = index - shifted;
        System.arraycopy(buckets, at, buckets, at + 1, to - at);
        System.arraycopy(sums, at, sums, at + 1, to - at);
        buckets[at] = bucket;
        sums[at] = at == from ? forgotten : sums[at - 1];
        to++;
        return at + 1;
    }

    /// Makes room for one more at the end.
    ///
    /// @return how far everything has moved to the front
    private int makeRoom() {
        if (to < buckets.length) {
            return 0;
        }
        int size = size();
        int length = size * 2 > buckets.length ? buckets.length * 2 : buckets.length;
        buckets = Arrays.copyOf(Arrays.copyOfRange(buckets, from, to), length);
        sums = Arrays.copyOf(Arrays.copyOfRange(sums, from, to), length);
        int shifted = from;
        from = 0;
        to = size;
        return shifted;
    }

    void write(ByteWriter out) {
        out.size(size());
        long previousBucket = 0;
        long previousSum = forgotten;
        for (int i = from; i < to; i++) {
            out.number(buckets[i] - previousBucket);
            out.number(sums[i] - previousSum);
            previousBucket = buckets[i];
            previousSum = sums[i];
        }
    }

    void read(ByteReader in) {
        long bucket = 0;
        for (int n = in.size(); n > 0; n--) {
            bucket += in.number();
            add(bucket, in.number());
        }
    }
}
