package dev.faultline.alerting.database;

import dev.faultline.database.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of commits, in whatever process, that have called
/// [`pg_notify`](https://www.postgresql.org/docs/current/sql-notify.html). Nobody may rely on it:
/// what is said while the connection is away is not heard.
///
/// Takes one connection of its own, and one thread.
public final class CommitSignal implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(CommitSignal.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(2);

    /// How often a connection is tried that may be dead.
    private static final int SILENCE_MILLIS = 10_000;

    private static final int CONNECT_TIMEOUT_SECONDS = 3;

    private final PGSimpleDataSource database;
    private final String channel;
    private final Runnable listener;
    private final Thread thread;
    private volatile @Nullable Connection current;
    private volatile boolean closed;
    private boolean away;

    private CommitSignal(DatabaseUrl url, String channel, Runnable listener) {
        this.database = dataSource(url);
        this.channel = channel;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name(channel).daemon().unstarted(this::run);
    }

    /// @param channel of PostgreSQL: lower-case letters and `_`
    /// @param listener must be quick and not throw
    public static CommitSignal start(
            AlertingDatabaseSettings database, String channel, Runnable listener) {
        CommitSignal signal = new CommitSignal(database.access().url(), channel, listener);
        signal.thread.start();
        return signal;
    }

    private void run() {
        while (!closed) {
            try (Connection connection = database.getConnection()) {
                current = connection;
                listen(connection);
            } catch (SQLException e) {
                lost(e);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + channel);
            found();
            PGConnection signals = connection.unwrap(PGConnection.class);
            while (!closed) {
                if (signals.getNotifications(SILENCE_MILLIS).length > 0) {
                    listener.run();
                } else {
                    statement.execute("");
                }
            }
        }
    }

    /// Once for each time it is away.
    private void lost(SQLException e) {
        if (!closed && !away) {
            LOGGER.warn("Commits are not heard of at once now ({})", e.getMessage());
            away = true;
        }
    }

    private void found() {
        if (away) {
            LOGGER.info("Commits are heard of at once again");
            away = false;
        }
        // What was said meanwhile.
        listener.run();
    }

    private static PGSimpleDataSource dataSource(DatabaseUrl url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url.jdbcUrl());
        database.setUser(url.user());
        database.setPassword(url.password());
        database.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        database.setTcpKeepAlive(true);
        database.setApplicationName("faultline-alerting-signal");
        return database;
    }

    @Override
    public void close() {
        closed = true;
        Connection connection = current;
        try {
            if (connection != null) {
                // Ends the wait.
                connection.abort(Runnable::run);
            }
            thread.join(END);
        } catch (SQLException e) {
            LOGGER.debug("The connection was gone already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
