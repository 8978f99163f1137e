package dev.faultline.benchmarks.send;

/**
 * What one request to the batch endpoint may hold.
 *
 * @param entries at most so many entries
 * @param bytes at most so many bytes of body, line ends included
 * @param entryBytes at most so many bytes in one entry
 */
record BatchLimits(int entries, int bytes, int entryBytes) {

    /** Most entries the endpoint takes. */
    static final int MOST_ENTRIES = 5_000;

    /** The endpoint's own limits, with fewer entries. */
    static BatchLimits ofEntries(int entries) {
        return new BatchLimits(entries, 8 << 20, 256 << 10);
    }
}
