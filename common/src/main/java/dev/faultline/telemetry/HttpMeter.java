package dev.faultline.telemetry;

import dev.faultline.heartbeat.HttpReport;
import dev.faultline.heartbeat.LatencyBuckets;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Adds up what Spring measured of the requests that this process has answered.
final class HttpMeter {

    static final String REQUESTS = "http.server.requests";

    /// What is no call of the API, and a stream that is open for hours and has no latency.
    private static final Set<String> LEFT_OUT =
            Set.of("/health", "/health/live", "/health/ready", "/metrics", "/api/events/stream");

    private final MeterRegistry meters;

    HttpMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Since the process started.
    HttpReport report() {
        return meters.find(REQUESTS).timers().stream()
                .filter(timer -> !LEFT_OUT.contains(timer.getId().getTag("uri")))
                .map(HttpMeter::report)
                .reduce(HttpReport.NONE, HttpReport::plus);
    }

    private static HttpReport report(Timer timer) {
        HistogramSnapshot snapshot = timer.takeSnapshot();
        boolean failed = "SERVER_ERROR".equals(timer.getId().getTag("outcome"));
        return new HttpReport(
                snapshot.count(),
                failed ? snapshot.count() : 0,
                snapshot.total(TimeUnit.MILLISECONDS),
                classes(snapshot));
    }

    /// The registry counts what is at most a bound; we count what is between two.
    private static List<Long> classes(HistogramSnapshot snapshot) {
        List<Long> classes = new ArrayList<>();
        long below = 0;
        for (var bound : LatencyBuckets.bounds()) {
            long atMost = atMost(snapshot, bound.toNanos());
            classes.add(Math.max(0, atMost - below));
            below = Math.max(below, atMost);
        }
        classes.add(Math.max(0, snapshot.count() - below));
        return classes;
    }

    private static long atMost(HistogramSnapshot snapshot, long nanos) {
        for (CountAtBucket bucket : snapshot.histogramCounts()) {
            if (Math.round(bucket.bucket()) == nanos) {
                return (long) bucket.count();
            }
        }
        return 0;
    }
}
