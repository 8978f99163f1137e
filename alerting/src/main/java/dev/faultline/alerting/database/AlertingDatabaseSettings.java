package dev.faultline.alerting.database;

import dev.faultline.database.DatabaseAccess;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where alerting keeps what it must remember.
///
/// @param url in libpq's form (`DATABASE_URL`)
/// @param startupTimeout how long a start waits for the database before it ends with a message
/// @param statementTimeout after which the database gives up a statement, 100 ms to 1 min
/// @param poolSize connections at most, 1 to 100
@ConfigurationProperties("faultline.alerting.database")
public record AlertingDatabaseSettings(
        String url,
        @DefaultValue("30s") Duration startupTimeout,
        @DefaultValue("5s") Duration statementTimeout,
        @DefaultValue("5") int poolSize) {

    public AlertingDatabaseSettings {
        DatabaseAccess.of(url, startupTimeout, statementTimeout);
        DatabaseAccess.checkPoolSize(poolSize);
    }

    DatabaseAccess access() {
        return DatabaseAccess.of(url, startupTimeout, statementTimeout);
    }

    /// Without the password.
    @Override
    public String toString() {
        return "AlertingDatabaseSettings[%s, startupTimeout=%s, statementTimeout=%s, poolSize=%d]"
                .formatted(access().url(), startupTimeout, statementTimeout, poolSize);
    }
}
