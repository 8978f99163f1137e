package dev.faultline.database;

import dev.faultline.startup.StartupException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/// Brings a stage's schema up to date when the stage starts, and waits for a database that is still
/// starting.
///
/// The scripts of schema `query` are at `db/migration/query` on the class path, and so on.
public final class Migration {

    private static final String SCRIPTS = "classpath:db/migration/";
    private static final int CONNECT_TIMEOUT_SECONDS = 3;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(300);

    /// Waiting won't heal these: wrong password, user not allowed, no such database.
    private static final Set<String> LASTING = Set.of("28P01", "28000", "3D000");

    private final String schema;
    private final DatabaseAccess access;
    private final DatabaseUrl url;

    public Migration(String schema, DatabaseAccess access) {
        this.schema = schema;
        this.access = access;
        this.url = access.url();
    }

    /// @throws StartupException if the database does not answer in time, or refuses
    public void run() {
        PGSimpleDataSource database = dataSource();
        awaitConnection(database);
        try {
            Flyway.configure()
                    .dataSource(database)
                    .schemas(schema)
                    .createSchemas(true)
                    .locations(SCRIPTS + schema)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartupException(
                    "The tables in schema %s of the database at %s can't be brought up to date: its user needs the right to create them, and nobody else may have changed them; the cause is '%s'."
                            .formatted(schema, url.location(), firstLine(rootOf(e))),
                    e);
        }
    }

    private void awaitConnection(PGSimpleDataSource database) {
        long deadline = System.nanoTime() + access.startupTimeout().toNanos();
        while (true) {
            try (Connection _ = database.getConnection()) {
                return;
            } catch (SQLException e) {
                if (LASTING.contains(String.valueOf(e.getSQLState()))) {
                    throw new StartupException(
                            "The database at %s refuses the connection (%s): correct DATABASE_URL."
                                    .formatted(url.location(), firstLine(e)),
                            e);
                }
                if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                    throw new StartupException(
                            "The database at %s does not answer (%s): start it, or correct DATABASE_URL."
                                    .formatted(url.location(), firstLine(rootOf(e))),
                            e);
                }
                LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            }
        }
    }

    private PGSimpleDataSource dataSource() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url.jdbcUrl());
        database.setUser(url.user());
        database.setPassword(url.password());
        database.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        database.setApplicationName("faultline-%s-migration".formatted(schema));
        return database;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    }
}
