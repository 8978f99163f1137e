package dev.faultline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.heartbeat.Heartbeat;
import dev.faultline.heartbeat.HttpReport;
import dev.faultline.heartbeat.StageName;
import dev.faultline.heartbeat.StageReport;
import dev.faultline.heartbeat.SystemReport;
import dev.faultline.query.RunningQueryApi.Answer;
import dev.faultline.test.PostgresFixture;
import dev.faultline.test.RedisFixture;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The query API watches real servers, and stages that are played here, by their heartbeats.
class MonitoringIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static Instant started;
    private static TestTopics topics;
    private static String database;
    private static TcpProxy redis;
    private static RunningQueryApi api;

    @BeforeAll
    static void start() {
        started = Instant.now();
        topics = new TestTopics();
        database = PostgresFixture.freshDatabase();
        redis = new TcpProxy(URI.create(RedisFixture.url()).getPort());
        api =
                RunningQueryApi.start(
                        topics,
                        database,
                        "redis://127.0.0.1:" + redis.port(),
                        "faultline.telemetry.heartbeat-interval=500ms",
                        "faultline.telemetry.instance-id=query-1",
                        "faultline.query.heartbeats.silence=5s",
                        "faultline.query.monitoring.interval=300ms");
    }

    @AfterAll
    static void stop() {
        api.close();
        redis.close();
        topics.close();
    }

    @Test
    void watchesServersAndStagesAndRemembersWhenTheyWereAway() {
        beat("others-1", 10);
        beat("gateway-2", 0, StageName.INGEST_GATEWAY);
        await().atMost(SOON)
                .untilAsserted(() -> {
                    beat("others-1", 20);
                    beat("gateway-2", 0, StageName.INGEST_GATEWAY);
                    assertThat(health().get("overall_health").stringValue()).isEqualTo("healthy");
                });
        showsEveryService();

        seesAnInstanceThatFallsSilent();
        forgetsAnInstanceThatSaysGoodbye();
        seesAStageThatNobodyServes();
        isDegradedWithoutRedis();
        tellsUptime();
        tellsUse();
        tellsMetricsToPrometheus();
    }

    private void showsEveryService() {
        JsonNode health = health();
        assertThat(health.get("services").values())
                .extracting(service -> service.get("name").stringValue())
                .containsExactly(
                        "Database",
                        "Cache Service",
                        "Kafka",
                        "Ingest Gateway",
                        "Aggregator",
                        "Alerting",
                        "Query API");
        for (JsonNode service : health.get("services")) {
            assertThat(service.propertyNames())
                    .containsExactlyInAnyOrder(
                            "name",
                            "status",
                            "uptime_percent",
                            "response_time_ms",
                            "last_checked",
                            "details");
            assertThat(service.get("uptime_percent").doubleValue()).isBetween(0.0, 100.0);
            assertThat(service.get("response_time_ms").doubleValue()).isNotNegative();
        }
        JsonNode connections = service("Database").get("details");
        assertThat(connections.get("connections").intValue()).isPositive();
        assertThat(connections.get("max_connections").intValue()).isGreaterThan(1);
        assertThat(service("Cache Service").get("details").get("memory_used_bytes").longValue())
                .isPositive();
        JsonNode kafka = service("Kafka").get("details");
        assertThat(kafka.get("brokers").intValue()).isEqualTo(1);
        assertThat(kafka.get("offline_partitions").intValue()).isZero();
        assertThat(kafka.get("lag").size()).isEqualTo(4);
    }

    private void seesAnInstanceThatFallsSilent() {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    beat("others-1", 30);
                    assertThat(status("Ingest Gateway")).isEqualTo("unhealthy");
                });

        JsonNode gateway = service("Ingest Gateway");
        assertThat(gateway.get("details").get("instances").values())
                .filteredOn(instance -> instance.get("status").stringValue().equals("unhealthy"))
                .singleElement()
                .satisfies(instance -> {
                    assertThat(instance.get("instance").stringValue()).isEqualTo("gateway-2");
                    assertThat(Instant.parse(instance.get("since").stringValue()))
                            .isBetween(started, Instant.now());
                    assertThat(instance.get("reason").stringValue()).startsWith("Not heard of");
                });
        // Another one serves.
        assertThat(health().get("overall_health").stringValue()).isEqualTo("degraded");
    }

    private void forgetsAnInstanceThatSaysGoodbye() {
        topics.send(
                topics.catalog().heartbeats(),
                "gateway-2",
                heartbeat("gateway-2", true, 0, StageName.INGEST_GATEWAY));

        await().atMost(SOON)
                .untilAsserted(() -> {
                    beat("others-1", 40);
                    assertThat(status("Ingest Gateway")).isEqualTo("healthy");
                });
    }

    private void seesAStageThatNobodyServes() {
        await().atMost(SOON)
                .until(() -> health().get("overall_health").stringValue().equals("unhealthy"));
        assertThat(status("Aggregator")).isEqualTo("unhealthy");
        assertThat(status("Query API")).isEqualTo("healthy");
        // The watch sees it at its next look, and only then is it an incident.
        await().atMost(SOON).until(() -> incidents() > 0);

        await().atMost(SOON)
                .untilAsserted(() -> {
                    beat("others-1", 50);
                    assertThat(health().get("overall_health").stringValue()).isEqualTo("healthy");
                });
    }

    private void isDegradedWithoutRedis() {
        redis.cut();
        await().atMost(SOON)
                .untilAsserted(() -> {
                    beat("others-1", 60);
                    assertThat(health().get("overall_health").stringValue()).isEqualTo("degraded");
                });
        assertThat(status("Cache Service")).isEqualTo("unhealthy");
        assertThat(api.get("/health/ready").status()).isEqualTo(200);

        redis.restore();
        await().atMost(SOON)
                .untilAsserted(() -> {
                    beat("others-1", 70);
                    assertThat(health().get("overall_health").stringValue()).isEqualTo("healthy");
                });
    }

    private void tellsUptime() {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    beat("others-1", 80);
                    JsonNode uptime = api.get("/api/monitoring/uptime").data();
                    assertThat(uptime.propertyNames())
                            .containsExactlyInAnyOrder(
                                    "current_uptime_hours",
                                    "uptime_percent_24h",
                                    "uptime_percent_7d",
                                    "uptime_percent_30d",
                                    "incidents_count",
                                    "last_downtime");
                    assertThat(uptime.get("uptime_percent_24h").doubleValue())
                            .isGreaterThan(0)
                            .isLessThan(100);
                    assertThat(Instant.parse(uptime.get("last_downtime").stringValue()))
                            .isBetween(started, Instant.now());
                });
        assertThat(incidents()).isPositive();
        assertThat(service("Cache Service").get("uptime_percent").doubleValue()).isLessThan(100);
        assertThat(service("Database").get("uptime_percent").doubleValue()).isEqualTo(100);
    }

    private void tellsUse() {
        for (String timeframe : List.of("1h", "6h", "24h", "7d", "30d")) {
            JsonNode metrics = api.get("/api/monitoring/metrics?timeframe=" + timeframe).data();
            assertThat(metrics.get("memory_usage_percent").doubleValue()).isBetween(0.0, 100.0);
            assertThat(metrics.get("disk_usage_percent").doubleValue()).isBetween(0.0, 100.0);
            assertThat(metrics.get("network_io").get("bytes_in").longValue()).isNotNegative();
            assertThat(metrics.get("active_connections").intValue()).isPositive();
            assertThat(metrics.get("requests_per_minute").doubleValue()).isPositive();
            assertThat(metrics.get("history").size()).isPositive();
        }
        Answer unknown = api.get("/api/monitoring/metrics?timeframe=2h");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.error()).isEqualTo("timeframe must be one of 1h, 6h, 24h, 7d, 30d");

        JsonNode performance = api.get("/api/analytics/performance").data();
        assertThat(performance.get("avg_response_time").doubleValue()).isPositive();
        assertThat(performance.get("error_rate_percent").doubleValue()).isBetween(0.0, 100.0);
        assertThat(performance.get("throughput_rpm").doubleValue()).isPositive();
        assertThat(performance.get("availability_percent").doubleValue()).isLessThan(100);
        assertThat(performance.get("performance_score").doubleValue()).isBetween(0.0, 10.0);
    }

    private void tellsMetricsToPrometheus() {
        assertThat(api.call("GET", "/metrics", "wrong").status()).isEqualTo(401);
        Answer metrics = api.get("/metrics");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("faultline_service_up{service=\"Kafka\"} 1.0")
                .contains("faultline_lag_records{consumer=\"projector\"}")
                .contains("faultline_redis_memory_used_bytes")
                .contains("http_server_requests_seconds_bucket");
    }

    private static int incidents() {
        return api.get("/api/monitoring/uptime").data().get("incidents_count").intValue();
    }

    private static JsonNode health() {
        return api.get("/api/monitoring/services").data();
    }

    private static JsonNode service(String name) {
        return health().get("services").values().stream()
                .filter(service -> service.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String status(String name) {
        return service(name).get("status").stringValue();
    }

    /// A process with every stage but this one, unless others are named.
    private static void beat(String instance, long requests, StageName... stages) {
        topics.send(
                topics.catalog().heartbeats(),
                instance,
                heartbeat(instance, false, requests, stages));
    }

    private static Heartbeat heartbeat(
            String instance, boolean stopping, long requests, StageName... stages) {
        StageName[] played =
                stages.length > 0
                        ? stages
                        : new StageName[] {
                            StageName.INGEST_GATEWAY, StageName.AGGREGATOR, StageName.ALERTING
                        };
        Long[] latencies = Collections.nCopies(12, 0L).toArray(Long[]::new);
        latencies[2] = requests;
        return new Heartbeat(
                1,
                instance,
                "another-host",
                started,
                Instant.now(),
                stopping,
                Arrays.stream(played).map(stage -> new StageReport(stage, null)).toList(),
                new SystemReport(20.0, 5.0, 3, 4, 1, 2, 1, 2, 1_000, 2_000, 1),
                new HttpReport(requests, 0, requests * 20.0, List.of(latencies)));
    }
}
