package dev.faultline.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /metrics`: what this process measures, for Prometheus. It needs an API key, which
/// Prometheus sends as a bearer token.
@RestController
class MetricsController {

    private final PrometheusMeterRegistry meters;

    MetricsController(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    @GetMapping(path = "/metrics", produces = "text/plain;version=0.0.4;charset=utf-8")
    String metrics() {
        return meters.scrape();
    }
}
