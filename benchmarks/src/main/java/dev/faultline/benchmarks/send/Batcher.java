package dev.faultline.benchmarks.send;

import dev.faultline.benchmarks.send.Parsed.Entry;
import java.util.ArrayList;
import java.util.List;

/** Cuts the stream of entries into batches within the endpoint's limits. */
final class Batcher {

    private final BatchLimits limits;
    private List<Entry> batch = new ArrayList<>();
    private int bytes;

    Batcher(BatchLimits limits) {
        this.limits = limits;
    }

    /**
     * Adds an entry.
     *
     * @return the batch that had to end before this entry; empty while there is room
     */
    List<Entry> add(Entry entry) {
        int size = entry.bytes() + 1;
        boolean full = batch.size() == limits.entries() || bytes + size > limits.bytes();
        List<Entry> done = full ? end() : List.of();
        batch.add(entry);
        bytes += size;
        return done;
    }

    /** Ends the batch: what was added and not yet given out. */
    List<Entry> end() {
        var done = batch;
        batch = new ArrayList<>();
        bytes = 0;
        return done;
    }
}
