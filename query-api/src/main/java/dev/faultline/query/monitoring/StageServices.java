package dev.faultline.query.monitoring;

import dev.faultline.heartbeat.StageName;
import dev.faultline.query.heartbeats.InstanceHealth;
import dev.faultline.query.heartbeats.StageHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Shows a stage as a service.
final class StageServices {

    private StageServices() {}

    static String name(StageName stage) {
        return switch (stage) {
            case INGEST_GATEWAY -> "Ingest Gateway";
            case AGGREGATOR -> "Aggregator";
            case ALERTING -> "Alerting";
            case QUERY_API -> "Query API";
        };
    }

    /// @param audible whether heartbeats can be heard now; while they can't, nobody can tell
    static ServiceState of(StageHealth stage, boolean audible, Instant now) {
        HealthStatus status = status(stage, audible);
        return new ServiceState(
                name(stage.stage()),
                status,
                stage.instances().stream()
                        .max(Comparator.comparing(InstanceHealth::lastSeen))
                        .map(InstanceHealth::hop)
                        .orElse(Duration.ZERO),
                now,
                new Details.Stage(
                        problem(stage, status, audible),
                        stage.instances().stream().map(i -> instance(i, audible)).toList()));
    }

    private static HealthStatus status(StageHealth stage, boolean audible) {
        if (!audible || !stage.isKnown()) {
            return HealthStatus.UNKNOWN;
        }
        return stage.isHealthy() ? HealthStatus.HEALTHY : HealthStatus.UNHEALTHY;
    }

    private static @Nullable String problem(
            StageHealth stage, HealthStatus status, boolean audible) {
        if (status == HealthStatus.HEALTHY) {
            return null;
        }
        if (!audible) {
            return "Kafka does not answer, so its heartbeats can't be heard";
        }
        if (!stage.isKnown()) {
            return "No process of it has been heard of";
        }
        if (stage.instances().isEmpty()) {
            return "No process of it runs since " + stage.lastStopped();
        }
        long unhealthy = stage.instances().stream().filter(i -> !i.isHealthy()).count();
        return "%d of %d processes can't do their job"
                .formatted(unhealthy, stage.instances().size());
    }

    private static Details.Instance instance(InstanceHealth instance, boolean audible) {
        HealthStatus status = instance.isHealthy() ? HealthStatus.HEALTHY : HealthStatus.UNHEALTHY;
        return new Details.Instance(
                instance.instance(),
                audible ? status : HealthStatus.UNKNOWN,
                instance.since(),
                instance.lastSeen(),
                instance.problem());
    }
}
