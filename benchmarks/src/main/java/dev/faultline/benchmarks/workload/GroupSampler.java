package dev.faultline.benchmarks.workload;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Picks groups: group 0 with the hot share, the rest by Zipf's law (the k-th has weight 1/k), as
 * errors fall in practice.
 */
final class GroupSampler {

    private final double hotShare;
    private final double[] cumulated;

    GroupSampler(int groups, double hotShare) {
        this.hotShare = groups == 1 ? 1 : hotShare;
        this.cumulated = new double[groups - 1];
        double sum = 0;
        for (int k = 0; k < cumulated.length; k++) {
            sum += 1.0 / (k + 1);
            cumulated[k] = sum;
        }
    }

    int next(RandomGenerator random) {
        if (random.nextDouble() < hotShare || cumulated.length == 0) {
            return 0;
        }
        double point = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, point);
        return 1 + Math.min(cumulated.length - 1, found >= 0 ? found : -found - 1);
    }
}
