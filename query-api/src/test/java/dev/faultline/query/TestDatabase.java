package dev.faultline.query;

import dev.faultline.test.PostgresFixture;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A look behind the API.
final class TestDatabase {

    private TestDatabase() {}

    static void execute(String url, String sql) {
        try (var connection = DriverManager.getConnection(PostgresFixture.jdbcUrl(url));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long number(String url, String sql) {
        try (var connection = DriverManager.getConnection(PostgresFixture.jdbcUrl(url));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
