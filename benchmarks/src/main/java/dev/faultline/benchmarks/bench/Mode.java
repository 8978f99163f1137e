package dev.faultline.benchmarks.bench;

/** How events reach the instance. */
enum Mode {
    /** One POST an event. */
    SINGLE,
    /** Many events a POST. */
    BATCH,
    /** Straight into the raw topic. */
    KAFKA
}
