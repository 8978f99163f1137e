package dev.faultline.benchmarks.fill;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.benchmarks.cli.CommandFailure;
import dev.faultline.database.DatabaseUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;

/**
 * The database that is filled. The statements are files: they run in the server, where it is fast.
 */
final class FilledDatabase implements AutoCloseable {

    private static final int GROUPS_OF_A_STATEMENT = 100_000;

    private final Connection connection;
    private final String project;

    private FilledDatabase(Connection connection, String project) {
        this.connection = connection;
        this.project = project;
    }

    static FilledDatabase connect(DatabaseUrl url, String project) {
        var properties = new Properties();
        properties.setProperty("user", url.user());
        String password = url.password();
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("currentSchema", "query");
        properties.setProperty("connectTimeout", "5");
        try {
            return new FilledDatabase(
                    DriverManager.getConnection(url.jdbcUrl(), properties), project);
        } catch (SQLException failure) {
            throw new CommandFailure(
                    "Cannot connect to the database at %s: %s"
                            .formatted(url.location(), failure.getMessage()));
        }
    }

    void checkEmpty() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select exists (select from errors where project = ?)")) {
            statement.setString(1, project);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    throw new CommandFailure(
                            "Project '%s' has errors: only an empty one can be filled."
                                    .formatted(project));
                }
            }
        }
    }

    void writeGroups(int groups, GroupCounts counts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql("errors.sql"))) {
            for (int first = 1; first <= groups; first += GROUPS_OF_A_STATEMENT) {
                int last = Math.min(groups, first + GROUPS_OF_A_STATEMENT - 1);
                statement.setString(1, project);
                statement.setDouble(2, counts.scale());
                statement.setLong(3, counts.rest());
                statement.setInt(4, first);
                statement.setInt(5, last);
                statement.executeUpdate();
            }
        }
    }

    void writeCounts(long events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql("counts.sql"))) {
            statement.setString(1, project);
            statement.setLong(2, events);
            statement.executeUpdate();
        }
    }

    /** How many events the groups have, and the days of the year. */
    Written written() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql("written.sql"))) {
            statement.setString(1, project);
            statement.setString(2, project);
            statement.setString(3, project);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Written(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        }
    }

    /**
     * What stands in the database afterwards.
     *
     * @param ofGroups events by the counts of the groups
     * @param ofDays events by the counts of the days, which rounding makes differ a little
     */
    record Written(long groups, long ofGroups, long ofDays) {}

    /** As autovacuum would have done long before. */
    void analyse() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private static String sql(String name) {
        try (InputStream file = FilledDatabase.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
