package dev.faultline.query.monitoring;

import dev.faultline.json.Json;
import dev.faultline.query.cache.AnswerCache;
import dev.faultline.query.cache.CachedAnswer;
import dev.faultline.web.ApiException;
import dev.faultline.web.Envelope;
import dev.faultline.web.ProblemType;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How the installation is and was. Answers are kept for a while; those that tell a status are made
/// anew as soon as one changes, since the statuses are part of the question that the cache is
/// asked.
@RestController
class MonitoringController {

    private final Watch watch;
    private final Recorder recorder;
    private final MetricsReads metrics;
    private final AnswerCache cache;

    MonitoringController(Watch watch, Recorder recorder, MetricsReads metrics, AnswerCache cache) {
        this.watch = watch;
        this.recorder = recorder;
        this.metrics = metrics;
        this.cache = cache;
    }

    @GetMapping("/api/monitoring/services")
    ResponseEntity<byte[]> services() {
        Snapshot now = watch.now();
        return answer(
                CachedAnswer.SERVICE_HEALTH,
                now.statuses() + '|' + recorder.outages(),
                () -> ServicesAnswer.of(now, recorder));
    }

    @GetMapping("/api/monitoring/metrics")
    ResponseEntity<byte[]> metrics(@RequestParam(required = false) @Nullable String timeframe) {
        Timeframe asked = Timeframe.parse(timeframe);
        return answer(
                CachedAnswer.SYSTEM_METRICS,
                asked.text() + metrics.isHeard(),
                () -> metrics.metrics(asked));
    }

    @GetMapping("/api/monitoring/uptime")
    ResponseEntity<byte[]> uptime() {
        Snapshot now = watch.now();
        Uptime uptime =
                recorder.uptime(Snapshot.OVERALL, now.at())
                        .orElseThrow(() ->
                                new ApiException(
                                        ProblemType.UNAVAILABLE,
                                        "The database does not answer: try again shortly"));
        Instant last = recorder.lastDowntime(now.at()).orElse(null);
        return answer(
                CachedAnswer.UPTIME,
                "%s|%s|%d".formatted(now.overall(), last, uptime.outages().size()),
                () -> UptimeAnswer.of(uptime, last));
    }

    @GetMapping("/api/analytics/performance")
    ResponseEntity<byte[]> performance() {
        return answer(CachedAnswer.PERFORMANCE, "hour" + metrics.isHeard(), metrics::performance);
    }

    private ResponseEntity<byte[]> answer(
            CachedAnswer kind, String question, Supplier<Object> answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        cache.getShared(
                                kind,
                                question,
                                () -> Json.mapper().writeValueAsBytes(Envelope.of(answer.get()))));
    }
}
