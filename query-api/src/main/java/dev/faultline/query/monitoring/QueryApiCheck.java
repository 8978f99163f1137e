package dev.faultline.query.monitoring;

import dev.faultline.heartbeat.StageName;
import dev.faultline.query.projection.Projector;
import dev.faultline.telemetry.StageCheck;
import java.util.Optional;

/// A query API answers while the database does. It does its job in full while its projector runs
/// too.
final class QueryApiCheck implements StageCheck {

    private final Watch watch;
    private final Projector projector;

    QueryApiCheck(Watch watch, Projector projector) {
        this.watch = watch;
        this.projector = projector;
    }

    @Override
    public StageName stage() {
        return StageName.QUERY_API;
    }

    @Override
    public Optional<String> notReady() {
        return watch.now().services().stream()
                .filter(service -> service.name().equals(DatabaseCheck.NAME))
                .filter(database -> database.status() != HealthStatus.HEALTHY)
                .map(database -> "The database does not answer: " + database.problem())
                .findFirst();
    }

    @Override
    public Optional<String> problem() {
        return notReady()
                .or(() ->
                        projector.isAutoStartup() && !projector.isRunning()
                                ? Optional.of("The projector has stopped: the log says why")
                                : Optional.empty());
    }
}
