package dev.faultline.query.analytics;

import dev.faultline.access.ApiKey;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/stats`.
@RestController
class StatisticsController {

    private final Analytics analytics;

    StatisticsController(Analytics analytics) {
        this.analytics = analytics;
    }

    @GetMapping("/api/stats")
    ResponseEntity<byte[]> statistics(ApiKey key) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(analytics.statistics(key.project()));
    }
}
