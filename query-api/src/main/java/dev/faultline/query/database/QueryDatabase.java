package dev.faultline.query.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.faultline.database.ConnectionPool;
import dev.faultline.database.RequestDatabase;
import dev.faultline.web.ApiException;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// Schema `query`, in two pools: one for requests, and a small one for the projector, so that a
/// rush of readers can't hold up what they wait for.
///
/// Thread-safe. Works while the database is away: each use then fails, and says so.
public final class QueryDatabase implements AutoCloseable {

    /// The projector's transaction, the sampling of its progress, the recovery of payloads, and two
    /// of retention: its turn and its work.
    private static final int PROJECTION_CONNECTIONS = 5;

    private final RequestDatabase requests;
    private final HikariDataSource projectionPool;
    private final DSLContext projection;

    QueryDatabase(DatabaseSettings settings) {
        requests =
                new RequestDatabase(
                        ConnectionPool.open(
                                "query-requests", settings.poolSize(), settings.access()));
        projectionPool =
                ConnectionPool.open("query-projection", PROJECTION_CONNECTIONS, settings.access());
        projection = DSL.using(projectionPool, SQLDialect.POSTGRES);
    }

    /// Runs a query on behalf of a request.
    ///
    /// @throws ApiException `503` if the database does not answer
    public <T> T answer(Function<DSLContext, T> query) {
        return requests.answer(query);
    }

    /// For the projector, which deals with failures itself.
    public DSLContext projection() {
        return projection;
    }

    @Override
    public void close() {
        requests.close();
        projectionPool.close();
    }
}
