package dev.faultline.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;

/// What kind of failure the database reported.
///
/// @param sqlState [PostgreSQL's
///   code](https://www.postgresql.org/docs/current/errcodes-appendix.html)
/// @param noConnection whether the pool could not give a connection
/// @param reason in the words of the driver or the server
public record DatabaseFailure(String sqlState, boolean noConnection, String reason) {

    public static DatabaseFailure of(DataAccessException failure) {
        return new DatabaseFailure(
                failure.sqlState(),
                failure.getCause(SQLTransientConnectionException.class) != null,
                reason(failure));
    }

    /// The innermost of the driver's: the outer ones repeat the whole statement.
    private static String reason(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .reduce((_, deeper) -> deeper)
                .map(Throwable::getMessage)
                .flatMap(message -> message.lines().findFirst())
                .orElse("no reason given");
    }

    /// Whether the same statement can succeed later: no connection, no resources, an operator's
    /// intervention (a statement's timeout counts as one), a conflict of transactions, a server
    /// that is read-only since it follows another.
    public boolean isTransient() {
        return noConnection
                || sqlState.startsWith("08")
                || sqlState.startsWith("25006")
                || sqlState.startsWith("40")
                || sqlState.startsWith("53")
                || sqlState.startsWith("55")
                || sqlState.startsWith("57")
                || sqlState.startsWith("58");
    }

    /// Whether the values are at fault: the same ones fail again, others don't.
    public boolean isCausedByValues() {
        return sqlState.startsWith("22") || sqlState.startsWith("23") || sqlState.startsWith("54");
    }
}
