package dev.faultline.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/// Pools of connections that bound every wait: for a connection, for a statement, for a server that
/// is gone.
public final class ConnectionPool {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration DEAD_CONNECTION = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private ConnectionPool() {}

    /// Opens a pool, whether the database is there or not: each use fails while it is away.
    ///
    /// @param name tells the pool from others, in the server's list of connections too
    /// @param size connections at most
    /// @param meters where the pool tells its use, as `hikaricp.connections`
    public static HikariDataSource open(
            String name, int size, DatabaseAccess access, MeterRegistry meters) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setMetricRegistry(meters);
        pool.setJdbcUrl(access.url().jdbcUrl());
        pool.setUsername(access.url().user());
        pool.setPassword(access.url().password());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        if (size > 1) {
            pool.setIdleTimeout(IDLE.toMillis());
        }
        pool.setConnectionTimeout(PATIENCE.toMillis());
        // A start waits for the database in Migration; the pool itself lives without it.
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionInitSql(
                "set statement_timeout = " + access.statementTimeout().toMillis());
        pool.addDataSourceProperty("ApplicationName", "faultline-" + name);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("connectTimeout", "3");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty(
                "socketTimeout",
                Long.toString(access.statementTimeout().plus(DEAD_CONNECTION).toSeconds()));
        return new HikariDataSource(pool);
    }
}
