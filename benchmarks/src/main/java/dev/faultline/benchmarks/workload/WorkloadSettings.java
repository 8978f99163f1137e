package dev.faultline.benchmarks.workload;

import org.jspecify.annotations.Nullable;

/**
 * What a workload looks like.
 *
 * @param seed the same seed gives the same order, groups and sizes
 * @param marker tells runs apart: words, event ids and source of two runs differ
 * @param groups number of groups, at least 1
 * @param hotShare share of the events that fall into one hot group, 0 to 1
 * @param fixedBytes size of every body, null for a realistic spread of 0.5 to 30 KB
 * @param eventIds whether events carry their own id, which the server must deduplicate
 */
public record WorkloadSettings(
        long seed,
        String marker,
        int groups,
        double hotShare,
        @Nullable Integer fixedBytes,
        boolean eventIds) {

    /** The source that all events of the run have, and nothing else. */
    public String source() {
        return "bench-" + marker;
    }
}
