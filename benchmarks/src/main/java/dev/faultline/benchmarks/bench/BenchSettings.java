package dev.faultline.benchmarks.bench;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to drive the instance.
 *
 * @param mode the way in
 * @param rate events a second, 0 for as fast as possible
 * @param duration how long to send
 * @param warmup how long to send before, unmeasured
 * @param batch events of one call in batch mode
 * @param connections calls under way at a time over HTTP
 * @param topic raw topic, in Kafka mode
 * @param seed seed of the workload
 * @param groups number of groups
 * @param hotShare share of the hot group, 0 to 1
 * @param fixedBytes size of every body, null for a realistic spread
 * @param eventIds whether events over HTTP carry their own id
 * @param drainTimeout how long to wait until all is visible
 * @param settle rest before counts are compared and memory is read
 */
record BenchSettings(
        Mode mode,
        double rate,
        Duration duration,
        Duration warmup,
        int batch,
        int connections,
        String topic,
        long seed,
        int groups,
        double hotShare,
        @Nullable Integer fixedBytes,
        boolean eventIds,
        Duration drainTimeout,
        Duration settle) {}
