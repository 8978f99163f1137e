package dev.faultline.aggregator.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts what becomes of raw records, in `faultline.intake.records`. Each record has one outcome,
/// and a re-keyed one comes back and gets another.
///
/// What is counted in a transaction that is undone is counted again: these are figures of work, not
/// of events.
public final class IntakeMeters {

    private static final String NAME = "faultline.intake.records";

    final Counter counted;
    final Counter duplicates;
    final Counter rekeyed;
    final Counter deadLetters;

    public IntakeMeters(MeterRegistry meters) {
        counted = meters.counter(NAME, "outcome", "counted");
        duplicates = meters.counter(NAME, "outcome", "duplicate");
        rekeyed = meters.counter(NAME, "outcome", "rekeyed");
        deadLetters = meters.counter(NAME, "outcome", "dead_letter");
    }

    /// All that was taken in so far.
    double records() {
        return counted.count() + duplicates.count() + rekeyed.count() + deadLetters.count();
    }
}
