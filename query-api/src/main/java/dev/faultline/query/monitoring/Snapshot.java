package dev.faultline.query.monitoring;

import dev.faultline.query.heartbeats.StageHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How everything is at one moment.
///
/// @param services the servers, then the stages
record Snapshot(Instant at, List<ServiceState> services, OverallHealth overall) {

    /// In outages, the installation as a whole.
    static final String OVERALL = "overall";

    Snapshot {
        services = List.copyOf(services);
    }

    /// @param servers as they were last checked
    /// @param stages as they are now
    /// @param settledAt when every stage must have been heard of
    static Snapshot of(
            Instant now, List<ServiceState> servers, List<StageHealth> stages, Instant settledAt) {
        boolean audible = isHealthy(servers, KafkaCheck.NAME);
        List<ServiceState> services = new ArrayList<>(servers);
        stages.forEach(stage -> services.add(StageServices.of(stage, audible, now)));
        return new Snapshot(now, services, overall(now, servers, stages, settledAt));
    }

    private static OverallHealth overall(
            Instant now, List<ServiceState> servers, List<StageHealth> stages, Instant settledAt) {
        if (!isHealthy(servers, KafkaCheck.NAME)
                || !isHealthy(servers, DatabaseCheck.NAME)
                || stages.stream().anyMatch(stage -> stage.isKnown() && !stage.isServed())) {
            return OverallHealth.UNHEALTHY;
        }
        boolean cacheAway =
                servers.stream().anyMatch(server -> server.status() == HealthStatus.UNHEALTHY);
        boolean stageAway =
                stages.stream()
                        .anyMatch(stage ->
                                stage.isKnown() ? !stage.isHealthy() : now.isAfter(settledAt));
        return cacheAway || stageAway ? OverallHealth.DEGRADED : OverallHealth.HEALTHY;
    }

    private static boolean isHealthy(List<ServiceState> servers, String name) {
        return servers.stream()
                .anyMatch(server ->
                        server.name().equals(name) && server.status() == HealthStatus.HEALTHY);
    }

    /// What is unhealthy, with its reason; of the installation too.
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        services.stream()
                .filter(service -> service.status() == HealthStatus.UNHEALTHY)
                .forEach(service -> problems.put(service.name(), reason(service.problem())));
        if (overall == OverallHealth.UNHEALTHY) {
            problems.put(OVERALL, String.join(", ", problems.keySet()) + " unhealthy");
        }
        return problems;
    }

    private static String reason(@Nullable String problem) {
        return problem == null ? "No reason given" : problem;
    }

    /// Changes with each status: an answer that was cached before is not found again.
    String statuses() {
        return overall
                + services.stream()
                        .map(service -> "," + service.name() + '=' + service.status())
                        .collect(Collectors.joining());
    }
}
