package dev.faultline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * A PostgreSQL of our own in processes beside this JVM: durable, on 127.0.0.1, without password
 * (whoever has an account on this machine can reach it), with the database {@code faultline}.
 *
 * <p>It survives this JVM's {@code kill -9}; the next start on the same directory ends it first.
 * Thread-safe.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private static final String SERVER = "PostgreSQL";
    private static final String DATABASE = "faultline";

    /** Includes the recovery after a crash. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(1);

    private static final Duration INITDB_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("listen_addresses", "127.0.0.1"),
                    // No socket files: their directory is shared with every other PostgreSQL of the
                    // machine.
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("max_connections", "50"),
                    Map.entry("shared_buffers", "32MB"),
                    Map.entry("timezone", "UTC"),
                    Map.entry("log_timezone", "UTC"),
                    // The log holds what is wrong with the server, not the statements of its
                    // clients.
                    Map.entry("log_min_error_statement", "panic"));

    private final PostgresPrograms programs;
    private final Path data;
    private final ServerLog log;
    private final int port;
    private final DirectoryLock lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgresServer(
            PostgresPrograms programs, Path data, ServerLog log, int port, DirectoryLock lock) {
        this.programs = programs;
        this.data = data;
        this.log = log;
        this.port = port;
        this.lock = lock;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param dataDirectory is created if absent; for this server alone
     * @param port 0 keeps the port of the last start or chooses a free one
     * @throws EmbeddedServerException when it cannot start
     */
    public static EmbeddedPostgresServer start(Path dataDirectory, int port) {
        var directory = Directories.prepare(dataDirectory);
        return Start.under(
                DirectoryLock.acquire(directory), SERVER, lock -> start(directory, port, lock));
    }

    private static EmbeddedPostgresServer start(Path directory, int wantedPort, DirectoryLock lock)
            throws IOException, InterruptedException, SQLException {
        var data = directory.resolve("data");
        var log = ServerLog.begin(directory.resolve("postgres.log"));
        var programs = PostgresPrograms.unpacked(new BinaryCache(directory));
        if (Files.exists(data)) {
            var daemon = new Daemon(data.resolve("postmaster.pid"), data);
            daemon.heal(_ -> stop(programs, data, log, "fast"), STOP_TIMEOUT);
        } else {
            createCluster(programs, data, log);
        }
        var server =
                new EmbeddedPostgresServer(
                        programs, data, log, Ports.choose(SERVER, directory, wantedPort), lock);
        server.startProcess();
        try {
            server.createDatabase();
            return server;
        } catch (SQLException e) {
            stop(programs, data, log, "fast");
            throw e;
        }
    }

    /**
     * The address as libpq and {@code DATABASE_URL} have it: {@code
     * postgres://postgres@127.0.0.1:PORT/faultline}.
     */
    public String url() {
        return "postgres://postgres@127.0.0.1:%d/%s".formatted(port, DATABASE);
    }

    /** The address as JDBC has it, with the user. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(port, database);
    }

    /** Stops the server; open connections are cut, what is committed is kept. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (lock) {
                if (stop(programs, data, log, "fast") != 0) {
                    stop(programs, data, log, "immediate");
                }
            }
        }
    }

    /** Under another name until it is complete, so that a killed first start is simply repeated. */
    private static void createCluster(PostgresPrograms programs, Path data, ServerLog log)
            throws IOException, InterruptedException {
        var unfinished = data.resolveSibling("data.unfinished");
        Directories.deleteRecursively(unfinished);
        var arguments =
                List.of(
                        "-D",
                        unfinished.toString(),
                        "-U",
                        "postgres",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--no-instructions",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8");
        if (Command.run(programs.command("initdb", arguments), log, INITDB_TIMEOUT) != 0) {
            throw failed("create its files", log);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void startProcess() throws IOException, InterruptedException {
        var options =
                SETTINGS.entrySet().stream()
                        .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(" ", "-p " + port + " ", ""));
        var arguments =
                List.of(
                        "start",
                        "-D",
                        data.toString(),
                        "-l",
                        log.file().toString(),
                        "-o",
                        options,
                        "-w",
                        "-t",
                        Long.toString(START_TIMEOUT.toSeconds()));
        if (Command.run(programs.command("pg_ctl", arguments), log, START_TIMEOUT.plusSeconds(5))
                != 0) {
            throw failed("start", log);
        }
    }

    private void createDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"));
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private static int stop(PostgresPrograms programs, Path data, ServerLog log, String mode) {
        var arguments =
                List.of(
                        "stop",
                        "-D",
                        data.toString(),
                        "-m",
                        mode,
                        "-w",
                        "-t",
                        Long.toString(STOP_TIMEOUT.toSeconds()));
        try {
            return Command.run(
                    programs.command("pg_ctl", arguments), log, STOP_TIMEOUT.plusSeconds(5));
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The embedded PostgreSQL cannot be stopped: see " + log + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException(
                    "Interrupted while PostgreSQL stopped: it goes on stopping.", e);
        }
    }

    private static EmbeddedServerException failed(String step, ServerLog log) throws IOException {
        return new EmbeddedServerException(
                "The embedded PostgreSQL could not %s (%s): see %s, or point DATABASE_URL to a PostgreSQL of your own."
                        .formatted(step, log.reason(), log));
    }
}
