package dev.faultline.ingest;

import dev.faultline.web.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Counts what becomes of events at the gateway. Each event that could be told from the rest of its
/// request is counted once: accepted, or rejected with the reason its sender was given.
final class IngestMeters {
    private final MeterRegistry meters;

    IngestMeters(MeterRegistry meters) {
        this.meters = meters;
        // There from the start, so that the first one shows as an increase.
        accepted(0);
    }

    void accepted(int events) {
        meters.counter("faultline.events.accepted").increment(events);
    }

    /// Each entry of a batch is an event.
    void batch(List<BatchResult> results) {
        accepted((int) results.stream().filter(result -> result.has(HttpStatus.CREATED)).count());
        for (ProblemType reason : ProblemType.values()) {
            results.stream()
                    .filter(result -> result.has(reason.status()))
                    .forEach(_ -> rejected(reason));
        }
    }

    void rejected(ProblemType reason) {
        meters.counter(
                        "faultline.events.rejected",
                        "reason",
                        reason.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
