package dev.faultline.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestClassTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /api/errors, INGEST",
        "POST, /api/errors/batch, INGEST",
        "GET, /api/errors, GENERAL",
        "POST, /api/errors/, GENERAL",
        "POST, /api/errors/batch/x, GENERAL",
        "DELETE, /api/errors/batch, GENERAL",
        "GET, /api/stats, ANALYTICS",
        "GET, /api/statsx, GENERAL",
        "GET, /api/analytics, ANALYTICS",
        "GET, /api/analytics/trends, ANALYTICS",
        "GET, /api/analyticsx, GENERAL",
        "PUT, /api/settings/grouping, GENERAL",
        "GET, /api/monitoring/metrics, GENERAL",
        "GET, /api, GENERAL"
    })
    void tellsThemApartByMethodAndPath(String method, String path, RequestClass expected) {
        assertThat(RequestClass.of(method, path)).isEqualTo(expected);
    }
}
