package dev.faultline.query.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.faultline.database.ConnectionPool;
import dev.faultline.database.DatabaseAccess;
import dev.faultline.database.RequestDatabase;
import dev.faultline.web.ApiException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// Schema `query`, in three pools: one for requests, and small ones for the projector and for the
/// watch over the installation, so that a rush of readers can't hold up what they wait for.
///
/// Thread-safe. Works while the database is away: each use then fails, and says so.
public final class QueryDatabase implements AutoCloseable {

    /// The projector's transaction, the sampling of its progress, the recovery of payloads, the
    /// audit log, and two of retention: its turn and its work.
    private static final int PROJECTION_CONNECTIONS = 6;

    /// The watch does one thing after the other.
    private static final int MONITORING_CONNECTIONS = 1;

    private final RequestDatabase requests;
    private final HikariDataSource projectionPool;
    private final HikariDataSource monitoringPool;
    private final DSLContext projection;
    private final DSLContext monitoring;

    QueryDatabase(DatabaseSettings settings, MeterRegistry meters) {
        DatabaseAccess access = settings.access();
        requests =
                new RequestDatabase(
                        ConnectionPool.open("query-requests", settings.poolSize(), access, meters),
                        meters);
        projectionPool =
                ConnectionPool.open("query-projection", PROJECTION_CONNECTIONS, access, meters);
        monitoringPool =
                ConnectionPool.open("query-monitoring", MONITORING_CONNECTIONS, access, meters);
        projection = DSL.using(projectionPool, SQLDialect.POSTGRES);
        monitoring = DSL.using(monitoringPool, SQLDialect.POSTGRES);
    }

    /// Runs a query on behalf of a request.
    ///
    /// @throws ApiException `503` if the database does not answer
    public <T> T answer(Function<DSLContext, T> query) {
        return requests.answer(query);
    }

    /// For those who follow topics and deal with failures themselves.
    public DSLContext projection() {
        return projection;
    }

    /// For the watch over the installation, which deals with failures itself.
    public DSLContext monitoring() {
        return monitoring;
    }

    @Override
    public void close() {
        requests.close();
        projectionPool.close();
        monitoringPool.close();
    }
}
