package dev.faultline.benchmarks.bench;

import dev.faultline.benchmarks.workload.GroupCatalog;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * What the instance owes us: per group, how many events it acknowledged. An event whose answer was
 * lost, or that was answered with a server error, may or may not count: it is kept apart as
 * uncertain. <code>sent = accepted + uncertain + rejected</code> once all answers are there. Safe
 * for use by several threads.
 */
final class GroundTruth {

    private static final int MOST_REASONS = 20;

    private final GroupCatalog catalog;
    private final AtomicLongArray accepted;
    private final AtomicLongArray uncertain;
    private final LongAdder rejected = new LongAdder();
    private final Map<String, LongAdder> reasons = new ConcurrentHashMap<>();

    GroundTruth(GroupCatalog catalog) {
        this.catalog = catalog;
        this.accepted = new AtomicLongArray(catalog.size());
        this.uncertain = new AtomicLongArray(catalog.size());
    }

    void accepted(int group) {
        accepted.incrementAndGet(group);
    }

    void uncertain(int group, String reason) {
        uncertain.incrementAndGet(group);
        note(reason);
    }

    void rejected(String reason) {
        rejected.increment();
        note(reason);
    }

    /** Books an answer that was not 2xx, by its status: only a 4xx surely stored nothing. */
    void refused(int group, int status, String reason) {
        if (status / 100 == 4) {
            rejected(reason);
        } else {
            uncertain(group, reason);
        }
    }

    long acceptedTotal() {
        return sum(accepted);
    }

    long uncertainTotal() {
        return sum(uncertain);
    }

    long rejectedTotal() {
        return rejected.sum();
    }

    /** How often each reason for anything but acceptance occurred. */
    Map<String, Long> problems() {
        var counts = new TreeMap<String, Long>();
        reasons.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }

    /** Each group's word and what its count may be; groups that never occurred are left out. */
    Map<String, Expected> expected() {
        var expected = new TreeMap<String, Expected>();
        for (int group = 0; group < catalog.size(); group++) {
            long sure = accepted.get(group);
            long most = sure + uncertain.get(group);
            if (most > 0) {
                expected.put(catalog.word(group), new Expected(sure, most));
            }
        }
        return expected;
    }

    private void note(String reason) {
        // Reasons may hold ids: a bound, so that a failing run does not fill the memory.
        String key =
                reasons.size() < MOST_REASONS || reasons.containsKey(reason) ? reason : "others";
        reasons.computeIfAbsent(key, _ -> new LongAdder()).increment();
    }

    private static long sum(AtomicLongArray values) {
        return IntStream.range(0, values.length()).mapToLong(values::get).sum();
    }

    /** What the count of a group may be. */
    record Expected(long least, long most) {}
}
