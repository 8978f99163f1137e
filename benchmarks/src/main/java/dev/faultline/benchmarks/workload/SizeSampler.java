package dev.faultline.benchmarks.workload;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sizes of bodies: fixed, or log-normal around 2 KB between 0.5 and 30 KB. */
final class SizeSampler {

    static final int SMALLEST = 512;
    static final int LARGEST = 30 * 1024;

    private static final double MEDIAN = 2048;
    private static final double SIGMA = 0.8;

    private final @Nullable Integer fixed;

    SizeSampler(@Nullable Integer fixed) {
        this.fixed = fixed;
    }

    int next(RandomGenerator random) {
        return fixed != null
                ? fixed
                : Math.clamp(
                        (int) (MEDIAN * Math.exp(SIGMA * random.nextGaussian())),
                        SMALLEST,
                        LARGEST);
    }
}
