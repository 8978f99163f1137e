package dev.faultline.alerting;

import dev.faultline.test.PostgresFixture;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A look behind the API.
///
/// @param url of a database of its own
record TestDatabase(String url) {

    static TestDatabase fresh() {
        return new TestDatabase(PostgresFixture.freshDatabase());
    }

    void forgetIntegrations() {
        query(
                "with gone as (delete from alerting.integrations returning 1) select count(*) from"
                        + " gone");
    }

    /// Everything that the table of integrations holds.
    String integrations() {
        return query(
                "select string_agg(i::text, ' ' order by i::text) from alerting.integrations i");
    }

    private String query(String sql) {
        try (var connection = DriverManager.getConnection(PostgresFixture.jdbcUrl(url));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
