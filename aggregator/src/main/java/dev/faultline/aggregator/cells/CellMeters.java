package dev.faultline.aggregator.cells;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts what alert rules don't see as it came. What is done again after a crash counts again.
public final class CellMeters {

    final Counter lateEvents;
    final Counter coarseCells;

    public CellMeters(MeterRegistry meters) {
        lateEvents = meters.counter("faultline.alerts.late.events");
        coarseCells = meters.counter("faultline.alerts.coarse.cells");
    }
}
