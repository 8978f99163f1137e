package dev.faultline.database;

import java.time.Duration;

/// How a stage reaches the database: what its settings say, checked.
///
/// @param url where it is
/// @param startupTimeout how long a start waits for it before it ends with a message
/// @param statementTimeout after which the database gives up a statement, 100 ms to 1 min
public record DatabaseAccess(DatabaseUrl url, Duration startupTimeout, Duration statementTimeout) {

    public DatabaseAccess {
        if (statementTimeout.toMillis() < 100 || statementTimeout.toMillis() > 60_000) {
            throw new IllegalArgumentException("statement-timeout must be 100ms to 1m");
        }
    }

    /// @param url in libpq's form (`DATABASE_URL`)
    /// @throws IllegalArgumentException one sentence that names the setting and what is wrong
    public static DatabaseAccess of(
            String url, Duration startupTimeout, Duration statementTimeout) {
        if (url.isBlank()) {
            throw new IllegalArgumentException(
                    "DATABASE_URL is not set: set it to postgres://user:password@host:5432/database");
        }
        return new DatabaseAccess(DatabaseUrl.parse(url), startupTimeout, statementTimeout);
    }

    /// @throws IllegalArgumentException if it is not 1 to 100
    public static void checkPoolSize(int size) {
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("pool-size must be 1 to 100");
        }
    }
}
