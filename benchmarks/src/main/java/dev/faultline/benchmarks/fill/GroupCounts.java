package dev.faultline.benchmarks.fill;

/**
 * How often each group occurred, by Zipf's law: group <i>k</i> has a share of 1/k, and each at
 * least one. The counts of all groups add up to the number of events exactly.
 *
 * @param scale what the first group has by the law
 * @param rest what is left by rounding, which the first group has too
 */
record GroupCounts(double scale, long rest) {

    /**
     * @param groups at least 1
     * @param events at least as many
     */
    static GroupCounts of(int groups, long events) {
        double weights = 0;
        for (int group = 1; group <= groups; group++) {
            weights += 1.0 / group;
        }
        double scale = (events - groups) / weights;
        long counted = 0;
        for (int group = 1; group <= groups; group++) {
            counted += 1 + (long) Math.floor(scale / group);
        }
        return new GroupCounts(scale, events - counted);
    }
}
