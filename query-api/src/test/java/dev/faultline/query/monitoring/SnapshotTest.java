package dev.faultline.query.monitoring;

import static dev.faultline.query.monitoring.HealthStatus.HEALTHY;
import static dev.faultline.query.monitoring.HealthStatus.UNHEALTHY;
import static dev.faultline.query.monitoring.HealthStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.heartbeat.Heartbeat;
import dev.faultline.heartbeat.HttpReport;
import dev.faultline.heartbeat.StageName;
import dev.faultline.heartbeat.SystemReport;
import dev.faultline.query.heartbeats.InstanceHealth;
import dev.faultline.query.heartbeats.StageHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant SETTLED = NOW.minusSeconds(1);

    private static List<ServiceState> servers(
            HealthStatus database, HealthStatus cache, HealthStatus kafka) {
        return List.of(
                new ServiceState("Database", database, Duration.ofMillis(2), NOW, null),
                new ServiceState("Cache Service", cache, Duration.ofMillis(1), NOW, null),
                new ServiceState("Kafka", kafka, Duration.ofMillis(3), NOW, null));
    }

    private static StageHealth stage(StageName stage, String... problems) {
        return new StageHealth(
                stage,
                Arrays.stream(problems)
                        .map(problem ->
                                new InstanceHealth(
                                        stage + "-" + problem,
                                        NOW,
                                        NOW,
                                        problem.equals("well") ? null : problem,
                                        Duration.ofMillis(4),
                                        heartbeat()))
                        .toList(),
                null);
    }

    private static Heartbeat heartbeat() {
        return new Heartbeat(
                1,
                "i",
                "h",
                NOW,
                NOW,
                false,
                List.of(),
                new SystemReport(null, null, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                HttpReport.NONE);
    }

    private static List<StageHealth> stages(StageHealth aggregator) {
        List<StageHealth> stages = new ArrayList<>();
        stages.add(stage(StageName.INGEST_GATEWAY, "well", "well"));
        stages.add(aggregator);
        stages.add(stage(StageName.ALERTING, "well"));
        stages.add(stage(StageName.QUERY_API, "well"));
        return stages;
    }

    private static final StageHealth WELL = stage(StageName.AGGREGATOR, "well");

    private static Snapshot snapshot(List<ServiceState> servers, StageHealth aggregator) {
        return Snapshot.of(NOW, servers, stages(aggregator), SETTLED);
    }

    private static ServiceState aggregator(Snapshot snapshot) {
        return snapshot.services().get(4);
    }

    @ParameterizedTest
    @CsvSource({
        "HEALTHY,   HEALTHY,   HEALTHY,   HEALTHY",
        "HEALTHY,   UNKNOWN,   HEALTHY,   HEALTHY",
        "HEALTHY,   UNHEALTHY, HEALTHY,   DEGRADED",
        "UNHEALTHY, HEALTHY,   HEALTHY,   UNHEALTHY",
        "HEALTHY,   HEALTHY,   UNHEALTHY, UNHEALTHY",
        "UNHEALTHY, UNHEALTHY, UNHEALTHY, UNHEALTHY",
    })
    void isAsWellAsItsServers(
            HealthStatus database, HealthStatus cache, HealthStatus kafka, OverallHealth overall) {
        assertThat(snapshot(servers(database, cache, kafka), WELL).overall()).isEqualTo(overall);
    }

    @Test
    void isUnhealthyWhereNoProcessServesAStage() {
        Snapshot snapshot =
                snapshot(
                        servers(HEALTHY, HEALTHY, HEALTHY),
                        stage(StageName.AGGREGATOR, "Not heard of for 21 s"));

        assertThat(snapshot.overall()).isEqualTo(OverallHealth.UNHEALTHY);
        assertThat(aggregator(snapshot).status()).isEqualTo(UNHEALTHY);
        assertThat(snapshot.problems().keySet()).containsExactly("Aggregator", "overall");
    }

    @Test
    void isDegradedWhereOneOfSeveralProcessesIsAway() {
        Snapshot snapshot =
                snapshot(
                        servers(HEALTHY, HEALTHY, HEALTHY),
                        stage(StageName.AGGREGATOR, "well", "Not heard of for 21 s"));

        assertThat(snapshot.overall()).isEqualTo(OverallHealth.DEGRADED);
        assertThat(aggregator(snapshot).status()).isEqualTo(UNHEALTHY);
        assertThat(aggregator(snapshot).problem()).isEqualTo("1 of 2 processes can't do their job");
        assertThat(snapshot.problems().keySet()).containsExactly("Aggregator");
    }

    @Test
    void isDegradedWithoutAStageThatWasNeverHeardOf() {
        StageHealth never = stage(StageName.AGGREGATOR);
        List<ServiceState> servers = servers(HEALTHY, HEALTHY, HEALTHY);

        assertThat(snapshot(servers, never).overall()).isEqualTo(OverallHealth.DEGRADED);
        assertThat(aggregator(snapshot(servers, never)).status()).isEqualTo(UNKNOWN);
        assertThat(Snapshot.of(NOW, servers, stages(never), NOW.plusSeconds(1)).overall())
                .isEqualTo(OverallHealth.HEALTHY);
    }

    @Test
    void isUnhealthyWhenTheLastProcessOfAStageHasStopped() {
        StageHealth stopped = new StageHealth(StageName.AGGREGATOR, List.of(), NOW);

        Snapshot snapshot = snapshot(servers(HEALTHY, HEALTHY, HEALTHY), stopped);

        assertThat(snapshot.overall()).isEqualTo(OverallHealth.UNHEALTHY);
        assertThat(aggregator(snapshot).problem()).contains("2026-03-01T12:00:00Z");
    }

    @Test
    void knowsNothingOfStagesWhileKafkaIsAway() {
        Snapshot snapshot = snapshot(servers(HEALTHY, HEALTHY, UNHEALTHY), WELL);

        assertThat(snapshot.services().subList(3, 7))
                .extracting(ServiceState::status)
                .containsOnly(UNKNOWN);
        assertThat(snapshot.problems().keySet()).containsExactly("Kafka", "overall");
    }

    @Test
    void asksTheCacheAnewWhenAStatusChanges() {
        assertThat(snapshot(servers(HEALTHY, HEALTHY, HEALTHY), WELL).statuses())
                .isNotEqualTo(snapshot(servers(HEALTHY, UNHEALTHY, HEALTHY), WELL).statuses())
                .isEqualTo(snapshot(servers(HEALTHY, HEALTHY, HEALTHY), WELL).statuses());
    }
}
