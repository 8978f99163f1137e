package dev.faultline.query.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.faultline.database.DatabaseUrl;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Schema `query`, in two pools: one for requests, and a small one for the projector, so that a
/// rush of readers can't hold up what they wait for.
///
/// Thread-safe. Works while the database is away: each use then fails, and says so.
public final class QueryDatabase implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(QueryDatabase.class);

    /// The projector's transaction, its housekeeping, and the sampling of its progress.
    private static final int PROJECTION_CONNECTIONS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration DEAD_CONNECTION = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final HikariDataSource requestPool;
    private final HikariDataSource projectionPool;
    private final DSLContext requests;
    private final DSLContext projection;
    private final AtomicBoolean away = new AtomicBoolean();

    QueryDatabase(DatabaseSettings settings) {
        requestPool = pool("query-requests", settings.poolSize(), settings);
        projectionPool = pool("query-projection", PROJECTION_CONNECTIONS, settings);
        requests = DSL.using(requestPool, SQLDialect.POSTGRES);
        projection = DSL.using(projectionPool, SQLDialect.POSTGRES);
    }

    /// Runs a query on behalf of a request.
    ///
    /// @throws ApiException `503` if the database does not answer
    public <T> T answer(Function<DSLContext, T> query) {
        try {
            T result = query.apply(requests);
            if (away.compareAndSet(true, false)) {
                LOGGER.info("The database answers again");
            }
            return result;
        } catch (DataAccessException e) {
            DatabaseFailure failure = DatabaseFailure.of(e);
            if (!failure.isTransient()) {
                throw e;
            }
            if (away.compareAndSet(false, true)) {
                LOGGER.warn(
                        "The database does not answer, reads end with 503: {}", failure.reason());
            }
            throw new ApiException(
                    ProblemType.UNAVAILABLE, "The database does not answer: try again shortly");
        }
    }

    /// For the projector, which deals with failures itself.
    public DSLContext projection() {
        return projection;
    }

    @Override
    public void close() {
        requestPool.close();
        projectionPool.close();
    }

    private static HikariDataSource pool(String name, int size, DatabaseSettings settings) {
        DatabaseUrl url = settings.database();
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(url.jdbcUrl());
        pool.setUsername(url.user());
        pool.setPassword(url.password());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setIdleTimeout(IDLE.toMillis());
        pool.setConnectionTimeout(PATIENCE.toMillis());
        // A start waits for the database in Migration; the pool itself lives without it.
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionInitSql(
                "set statement_timeout = " + settings.statementTimeout().toMillis());
        pool.addDataSourceProperty("ApplicationName", "faultline-" + name);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("connectTimeout", "3");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty(
                "socketTimeout",
                Long.toString(settings.statementTimeout().plus(DEAD_CONNECTION).toSeconds()));
        return new HikariDataSource(pool);
    }
}
