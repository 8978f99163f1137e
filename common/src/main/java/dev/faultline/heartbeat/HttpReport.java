package dev.faultline.heartbeat;

import java.util.Collections;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;

/// Requests to the API that were answered, in some span of time. Probes, `/metrics` and streams
/// that stay open are not among them.
///
/// @param serverErrors those answered with 5xx
/// @param totalMillis the sum of their latencies
/// @param buckets how many there were in each class of [LatencyBuckets]
public record HttpReport(long requests, long serverErrors, double totalMillis, List<Long> buckets) {

    public static final HttpReport NONE =
            new HttpReport(0, 0, 0, Collections.nCopies(LatencyBuckets.count(), 0L));

    /// @throws IllegalArgumentException if there are more or fewer classes than ours
    public HttpReport {
        buckets = List.copyOf(buckets);
        if (buckets.size() != LatencyBuckets.count()) {
            throw new IllegalArgumentException("Not the classes of latency that we know");
        }
    }

    public HttpReport plus(HttpReport other) {
        return new HttpReport(
                requests + other.requests,
                serverErrors + other.serverErrors,
                totalMillis + other.totalMillis,
                zip(other, Math::addExact));
    }

    /// What was added since an earlier report of the same process.
    public HttpReport since(HttpReport earlier) {
        return new HttpReport(
                Math.max(0, requests - earlier.requests),
                Math.max(0, serverErrors - earlier.serverErrors),
                Math.max(0, totalMillis - earlier.totalMillis),
                zip(earlier, (now, then) -> Math.max(0, now - then)));
    }

    private List<Long> zip(HttpReport other, LongBinaryOperator with) {
        return IntStream.range(0, buckets.size())
                .mapToObj(i -> with.applyAsLong(buckets.get(i), other.buckets.get(i)))
                .toList();
    }

    /// The mean latency; 0 without requests.
    public double meanMillis() {
        return requests == 0 ? 0 : totalMillis / requests;
    }

    /// The share that was answered with 5xx, 0 to 100; 0 without requests.
    public double errorPercent() {
        return requests == 0 ? 0 : 100.0 * serverErrors / requests;
    }

    /// The latency that the given share of requests kept below, by linear interpolation within its
    /// class, as Prometheus does; 0 without requests. What is slower than the last bound counts as
    /// the last bound.
    ///
    /// @param quantile above 0, at most 1
    public double percentileMillis(double quantile) {
        long total = buckets.stream().mapToLong(Long::longValue).sum();
        if (total == 0) {
            return 0;
        }
        double rank = quantile * total;
        long below = 0;
        double lower = 0;
        for (int i = 0; i < LatencyBuckets.bounds().size(); i++) {
            double upper = LatencyBuckets.bounds().get(i).toMillis();
            long here = buckets.get(i);
            if (here > 0 && below + here >= rank) {
                return lower + (upper - lower) * (rank - below) / here;
            }
            below += here;
            lower = upper;
        }
        return lower;
    }
}
