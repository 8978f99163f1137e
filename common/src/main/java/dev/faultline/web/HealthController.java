package dev.faultline.web;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /health`: this process serves requests.
@RestController
class HealthController {

    private final InstantSource clock;

    HealthController(InstantSource clock) {
        this.clock = clock;
    }

    @GetMapping("/health")
    Health health() {
        return new Health("ok", clock.instant());
    }

    record Health(String status, Instant timestamp) {}
}
