package dev.faultline.benchmarks.workload;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Random UUIDs of version 4 from a seeded source. */
final class Ids {

    private Ids() {}

    static UUID uuid(RandomGenerator random) {
        long most = (random.nextLong() & ~0xF000L) | 0x4000L;
        long least = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(most, least);
    }
}
