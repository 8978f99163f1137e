package dev.faultline.query.heartbeats;

import static dev.faultline.heartbeat.StageName.AGGREGATOR;
import static dev.faultline.heartbeat.StageName.INGEST_GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.heartbeat.Heartbeat;
import dev.faultline.heartbeat.HttpReport;
import dev.faultline.heartbeat.StageName;
import dev.faultline.heartbeat.StageReport;
import dev.faultline.heartbeat.SystemReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstancesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Instances instances =
            new Instances(new HeartbeatSettings(Duration.ofSeconds(20), Duration.ofHours(1)), NOON);

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private void beat(String instance, int second) {
        beat(instance, 0, second, null, INGEST_GATEWAY);
    }

    private void beat(
            String instance, int started, int second, @Nullable String problem, StageName stage) {
        instances.take(heartbeat(instance, started, second, problem, stage, false), at(second));
    }

    private static Heartbeat heartbeat(
            String instance,
            int started,
            int second,
            @Nullable String problem,
            StageName stage,
            boolean stopping) {
        return new Heartbeat(
                1,
                instance,
                "host",
                at(started),
                at(second).minusMillis(3),
                stopping,
                List.of(new StageReport(stage, problem)),
                new SystemReport(null, null, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                HttpReport.NONE);
    }

    private StageHealth gateway(int second) {
        return instances.stages(at(second)).getFirst();
    }

    @Test
    void isUnknownUntilItIsHeardOf() {
        assertThat(gateway(0).isKnown()).isFalse();

        beat("a", 1);

        assertThat(gateway(1).isHealthy()).isTrue();
        assertThat(gateway(1).instances().getFirst().hop()).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void isUnhealthyWhenOneFallsSilent() {
        beat("a", 0);
        beat("b", 0);
        beat("a", 20);

        assertThat(gateway(20).isHealthy()).isTrue();
        assertThat(gateway(21).isHealthy()).isFalse();
        assertThat(gateway(21).isServed()).isTrue();
        assertThat(gateway(21).instances())
                .filteredOn(instance -> !instance.isHealthy())
                .singleElement()
                .satisfies(lost -> {
                    assertThat(lost.instance()).isEqualTo("b");
                    assertThat(lost.since()).isEqualTo(NOON);
                    assertThat(lost.problem()).isEqualTo("Not heard of for 21 s");
                });
    }

    @Test
    void isHealthyAgainWhenItIsBack() {
        beat("a", 0);
        assertThat(gateway(60).isHealthy()).isFalse();

        beat("a", 61);

        assertThat(gateway(61).isHealthy()).isTrue();
    }

    @Test
    void tellsSinceWhenAStageHasItsProblem() {
        beat("a", 0, 0, null, INGEST_GATEWAY);
        beat("a", 0, 5, "Kafka is away", INGEST_GATEWAY);
        beat("a", 0, 10, "Kafka is away", INGEST_GATEWAY);

        InstanceHealth instance = gateway(10).instances().getFirst();

        assertThat(instance.problem()).isEqualTo("Kafka is away");
        assertThat(instance.since()).isEqualTo(at(5));
        assertThat(instance.lastSeen()).isEqualTo(at(10));
    }

    @Test
    void forgetsWhoSaysGoodbye() {
        beat("a", 0);
        beat("b", 0);
        instances.take(heartbeat("b", 0, 5, null, INGEST_GATEWAY, true), at(5));
        beat("a", 20);

        assertThat(gateway(21).isHealthy()).isTrue();
    }

    @Test
    void isNotServedWhenTheLastOneSaidGoodbye() {
        beat("a", 0);
        instances.take(heartbeat("a", 0, 5, null, INGEST_GATEWAY, true), at(5));

        assertThat(gateway(6).isKnown()).isTrue();
        assertThat(gateway(6).isServed()).isFalse();
        assertThat(gateway(6).lastStopped()).isEqualTo(at(5));
    }

    @Test
    void takesANewLifeOfAnInstanceForTheOldOne() {
        beat("a", 0, 0, "broken", INGEST_GATEWAY);
        beat("a", 30, 31, null, INGEST_GATEWAY);
        // Late, from the first life.
        beat("a", 0, 32, "broken", INGEST_GATEWAY);

        assertThat(gateway(32).instances()).singleElement().matches(InstanceHealth::isHealthy);
    }

    @Test
    void forgetsALostOneAfterAWhileWhereOthersServe() {
        beat("a", 0);
        beat("b", 3_700);

        assertThat(gateway(3_710).instances()).hasSize(1);
        assertThat(gateway(3_710).isHealthy()).isTrue();
    }

    @Test
    void keepsALostOneWhereNobodyElseServes() {
        beat("a", 0);
        beat("b", 0, 7_300, null, AGGREGATOR);

        assertThat(gateway(7_310).instances()).hasSize(1);
        assertThat(gateway(7_310).isServed()).isFalse();
    }

    @Test
    void doesNotMissWhatCouldNotBeHeard() {
        beat("a", 0);
        instances.listenFrom(at(100));

        assertThat(gateway(120).isHealthy()).isTrue();
        assertThat(gateway(121).isHealthy()).isFalse();
    }
}
