package dev.faultline.database;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.zaxxer.hikari.HikariDataSource;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database on behalf of requests. What they ask is timed in `faultline.database.queries`.
///
/// Thread-safe. Works while the database is away: each use then fails, and says so.
public final class RequestDatabase implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RequestDatabase.class);

    private final HikariDataSource pool;
    private final DSLContext sql;
    private final Timer answered;
    private final Timer failed;
    private final AtomicBoolean away = new AtomicBoolean();

    /// @param pool is closed with this
    public RequestDatabase(HikariDataSource pool, MeterRegistry meters) {
        this.pool = pool;
        this.answered = meters.timer("faultline.database.queries", "result", "answered");
        this.failed = meters.timer("faultline.database.queries", "result", "failed");
        this.sql = DSL.using(pool, SQLDialect.POSTGRES);
    }

    /// Runs a query on behalf of a request.
    ///
    /// @throws ApiException `503` if the database does not answer
    public <T> T answer(Function<DSLContext, T> query) {
        long started = System.nanoTime();
        try {
            T result = query.apply(sql);
            answered.record(System.nanoTime() - started, NANOSECONDS);
            if (away.compareAndSet(true, false)) {
                LOGGER.info("The database answers again");
            }
            return result;
        } catch (DataAccessException e) {
            failed.record(System.nanoTime() - started, NANOSECONDS);
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
