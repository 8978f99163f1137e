package dev.faultline.aggregator.alerts;

import dev.faultline.alert.message.AlertTransition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts what the evaluators decide, and what does not count for them. What is done again after a
/// crash counts again.
public final class AlertMeters {

    final Counter lateCells;
    final Counter refusedCells;
    final Counter unreadableRules;

    /// Rules in force in this process.
    final AtomicInteger rules = new AtomicInteger();

    private final Counter fired;
    private final Counter settled;
    private final Counter resolved;

    public AlertMeters(MeterRegistry meters) {
        lateCells = meters.counter("faultline.alerts.late.cells");
        refusedCells = meters.counter("faultline.alerts.refused.cells");
        unreadableRules = meters.counter("faultline.alerts.unreadable.rules");
        meters.gauge("faultline.alerts.rules", rules);
        fired = transitions(meters, AlertTransition.Kind.FIRED);
        settled = transitions(meters, AlertTransition.Kind.SETTLED);
        resolved = transitions(meters, AlertTransition.Kind.RESOLVED);
    }

    private static Counter transitions(MeterRegistry meters, AlertTransition.Kind kind) {
        return meters.counter("faultline.alerts.transitions", "kind", kind.text());
    }

    void decided(AlertTransition transition) {
        switch (transition.kind()) {
            case FIRED -> fired.increment();
            case SETTLED -> settled.increment();
            case RESOLVED -> resolved.increment();
        }
    }
}
