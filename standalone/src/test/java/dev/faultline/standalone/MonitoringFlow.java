package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.json.Json;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What a running installation tells about itself, and that documents and dashboard know its
/// metrics.
final class MonitoringFlow {

    private static final Duration SOON = Duration.ofSeconds(30);

    /// A name of a metric in an expression or a table.
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:faultline|http_server|hikaricp|jvm|process|system)_[a-z_]+");

    /// Counted when it happens first.
    private static final Set<String> LATER = Set.of("jvm_gc_pause_seconds_sum");

    private final Api api;

    MonitoringFlow(Api api) {
        this.api = api;
    }

    void run() {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    JsonNode health = api.get("/api/monitoring/services").data();
                    assertThat(health.path("overall_health").stringValue()).isEqualTo("healthy");
                    assertThat(health.path("services").values())
                            .hasSize(7)
                            .extracting(service -> service.path("status").stringValue())
                            .containsOnly("healthy");
                });
        assertThat(api.get("/health/live").status()).isEqualTo(200);
        assertThat(api.get("/health/ready").body().path("status").stringValue()).isEqualTo("ready");
        JsonNode uptime = api.get("/api/monitoring/uptime").data();
        assertThat(uptime.path("uptime_percent_30d").doubleValue()).isPositive();
        assertThat(api.get("/api/monitoring/metrics").data().path("cpu_usage_percent").isNumber())
                .isTrue();
        assertThat(
                        api.get("/api/analytics/performance")
                                .data()
                                .path("performance_score")
                                .doubleValue())
                .isBetween(0.0, 10.0);
        knowsItsMetrics(api.text("/metrics"));
    }

    private static void knowsItsMetrics(String scrape) {
        Set<String> told =
                scrape.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("[{ ]", 2)[0])
                        .collect(Collectors.toSet());
        Set<String> drawn =
                StreamSupport.stream(
                                Json.mapper()
                                        .readTree(DocsPages.read("docs/grafana-dashboard.json"))
                                        .path("panels")
                                        .spliterator(),
                                false)
                        .flatMap(panel -> panel.path("targets").values().stream())
                        .flatMap(target ->
                                METRIC.matcher(target.path("expr").stringValue()).results())
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(drawn).hasSizeGreaterThan(20);
        assertThat(told).containsAll(drawn);

        Set<String> documented =
                DocsPages.rows(DocsPages.read("docs/metrics.md"))
                        .filter(cells -> cells.size() >= 4)
                        .flatMap(cells -> DocsPages.code(cells.getFirst()).stream())
                        .filter(name -> !LATER.contains(name))
                        .map(name -> told.contains(name + "_count") ? name + "_count" : name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).containsAll(documented);
        assertThat(
                        told.stream()
                                .filter(name -> name.startsWith("faultline_"))
                                .map(name ->
                                        name.replaceFirst("_seconds_(sum|max)$", "_seconds_count")))
                .allMatch(documented::contains);
    }
}
