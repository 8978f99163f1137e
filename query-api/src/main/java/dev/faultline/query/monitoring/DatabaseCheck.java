package dev.faultline.query.monitoring;

import dev.faultline.query.monitoring.MonitoringRepository.Connections;

/// The database answers a query.
final class DatabaseCheck implements ServiceCheck {

    static final String NAME = "Database";

    private final MonitoringRepository repository;

    DatabaseCheck(MonitoringRepository repository) {
        this.repository = repository;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        Connections connections = repository.connections();
        return new Finding(
                HealthStatus.HEALTHY,
                new Details.Database(null, connections.open(), connections.most()));
    }
}
