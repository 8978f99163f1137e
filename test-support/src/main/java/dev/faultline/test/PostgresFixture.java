package dev.faultline.test;

import dev.faultline.embedded.EmbeddedPostgresServer;
import dev.faultline.test.Infrastructure.Running;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The PostgreSQL of this test JVM, one new database for each who asks. */
public final class PostgresFixture {

    private PostgresFixture() {}

    /**
     * Creates an empty database; starts PostgreSQL at the first call.
     *
     * @return its address as libpq and {@code DATABASE_URL} have it, {@code
     *     postgres://user[:password]@host:port/database}
     */
    public static String freshDatabase() {
        var name = "test_" + HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextLong());
        execute("create database " + name);
        if (System.getProperty("faultline.test.postgres") != null) {
            // A server that outlives the tests.
            Infrastructure.atExit(
                    "drop-" + name, () -> execute("drop database " + name + " with (force)"));
        }
        return PostgresUrl.parse(Holder.ADDRESS).withDatabase(name).libpq();
    }

    /** The same address as JDBC has it, with user and password. */
    public static String jdbcUrl(String libpqUrl) {
        return PostgresUrl.parse(libpqUrl).jdbc();
    }

    private static final class Holder {
        static final String ADDRESS =
                Infrastructure.address(
                        "postgres", PostgresFixture::embedded, () -> Containers.postgres());
    }

    private static Running embedded() {
        return Infrastructure.inFreeDirectory(
                "postgres",
                directory -> EmbeddedPostgresServer.start(directory, 0),
                EmbeddedPostgresServer::url);
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection(jdbcUrl(Holder.ADDRESS));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The PostgreSQL of the tests does not `%s`: %s".formatted(sql, e.getMessage()),
                    e);
        }
    }
}
