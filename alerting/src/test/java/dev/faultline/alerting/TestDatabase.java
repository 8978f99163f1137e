package dev.faultline.alerting;

import dev.faultline.test.PostgresFixture;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

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

    void forgetNotifications() {
        execute(
                "truncate alerting.notifications, alerting.notification_attempts, alerting.notification_targets");
    }

    /// As if all pauses were over: those between attempts, and those of circuit breakers.
    void letPausesPass() {
        execute(
                "update alerting.notification_targets set open_until = least(open_until, now()),"
                        + " wait_until = null, not_before = now()");
        execute("update alerting.notifications set due = now() where state = 'pending'");
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(PostgresFixture.jdbcUrl(url));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What was announced of an incident, in its order: type, channel, and whether it was `told` or
    /// held back.
    List<String> notifications(UUID incident) {
        String all =
                query(
                        "select coalesce(string_agg(type || ' ' || channel || ' ' || case"
                                + " when state in ('silenced', 'damped') then state else 'told' end, ','"
                                + " order by seq), '') from alerting.notifications where incident_id = '"
                                + incident
                                + "'");
        return all.isEmpty() ? List.of() : List.of(all.split(","));
    }

    /// As if a rule of project `default` had fired.
    void addFired(UUID rule, String at) {
        query(
                """
                insert into alerting.alert_transitions
                  (id, project, rule_id, rule_version, kind, key, start, at, received_at)
                values ('%s', 'default', '%s', 1, 'fired', '', '%3$s', '%3$s', '%3$s')
                returning id
                """
                        .formatted(UUID.randomUUID(), rule, at));
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
