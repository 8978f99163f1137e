package dev.faultline.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database on behalf of requests.
///
/// Thread-safe. Works while the database is away: each use then fails, and says so.
public final class RequestDatabase implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RequestDatabase.class);

    private final HikariDataSource pool;
    private final DSLContext sql;
    private final AtomicBoolean away = new AtomicBoolean();

    /// @param pool is closed with this
    public RequestDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.sql = DSL.using(pool, SQLDialect.POSTGRES);
    }

    /// Runs a query on behalf of a request.
    ///
    /// @throws ApiException `503` if the database does not answer
    public <T> T answer(Function<DSLContext, T> query) {
        try {
            T result = query.apply(sql);
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
                        "The database does not answer, requests end with 503: {}",
                        failure.reason());
            }
            throw new ApiException(
                    ProblemType.UNAVAILABLE, "The database does not answer: try again shortly");
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
