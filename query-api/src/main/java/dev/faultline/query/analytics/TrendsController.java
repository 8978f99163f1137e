package dev.faultline.query.analytics;

import dev.faultline.access.ApiKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/analytics/trends`.
@RestController
class TrendsController {

    private final Analytics analytics;

    TrendsController(Analytics analytics) {
        this.analytics = analytics;
    }

    @GetMapping("/api/analytics/trends")
    ResponseEntity<byte[]> trend(
            ApiKey key,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(name = "group_by", required = false) @Nullable String groupBy,
            @RequestParam(required = false) @Nullable String tz) {
        TrendQuery query = TrendQuery.parse(period, groupBy, tz);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(analytics.trend(key.project(), query));
    }
}
