package dev.faultline.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A Redis of our own in a process beside this JVM, on 127.0.0.1: a cache. It keeps nothing over
 * restarts and is bounded to 64 MB; beyond that, keys with a time to live make room, and a write
 * that finds none is refused.
 *
 * <p>It survives this JVM's {@code kill -9}; the next start on the same directory ends it first.
 * Thread-safe.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final String SERVER = "Redis";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final int ANSWER_TIMEOUT_MILLIS = 1000;

    private final Daemon daemon;
    private final int port;
    private final DirectoryLock lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedRedis(Daemon daemon, int port, DirectoryLock lock) {
        this.daemon = daemon;
        this.port = port;
        this.lock = lock;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param dataDirectory is created if absent; for this server alone
     * @param port 0 keeps the port of the last start or chooses a free one
     * @throws EmbeddedRedisUnavailableException when this system has no Redis program that runs
     * @throws EmbeddedServerException when it cannot start for another reason
     */
    public static EmbeddedRedis start(Path dataDirectory, int port) {
        var directory = Directories.prepare(dataDirectory);
        return Start.under(
                DirectoryLock.acquire(directory), SERVER, lock -> start(directory, port, lock));
    }

    private static EmbeddedRedis start(Path directory, int wantedPort, DirectoryLock lock)
            throws IOException, InterruptedException {
        var log = ServerLog.begin(directory.resolve("redis.log"));
        var daemon = new Daemon(directory.resolve("redis.pid"), directory);
        daemon.heal(ProcessHandle::destroy, STOP_TIMEOUT);
        var program = RedisProgram.find(new BinaryCache(directory), log);
        int port = Ports.choose(SERVER, directory, wantedPort);
        if (Command.run(command(program, daemon, port, log), log, START_TIMEOUT) != 0) {
            throw failed(log);
        }
        var redis = new EmbeddedRedis(daemon, port, lock);
        redis.awaitAnswer(log);
        return redis;
    }

    private static List<String> command(String program, Daemon daemon, int port, ServerLog log) {
        return List.of(
                program,
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                // Away from the terminal: its Ctrl-C is for Faultline, which stops Redis last.
                "--daemonize",
                "yes",
                "--pidfile",
                daemon.pidFile().toString(),
                "--dir",
                daemon.directory().toString(),
                "--logfile",
                log.file().toString(),
                // The arguments stay readable: by them the process is recognised after a crash.
                "--set-proc-title",
                "no",
                "--save",
                "",
                "--appendonly",
                "no",
                "--maxmemory",
                "64mb",
                "--maxmemory-policy",
                "volatile-lru");
    }

    /** The address as {@code REDIS_URL} has it: {@code redis://127.0.0.1:PORT}. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (lock) {
                stop();
            } catch (IOException e) {
                throw new EmbeddedServerException(
                        "Cannot read %s: end redis-server by hand.".formatted(daemon.pidFile()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EmbeddedServerException(
                        "Interrupted while Redis stopped: it goes on stopping.", e);
            }
        }
    }

    private void stop() throws IOException, InterruptedException {
        var process = daemon.process();
        if (process.isPresent()) {
            process.get().destroy();
            if (!daemon.awaitEnd(process.get(), STOP_TIMEOUT)) {
                process.get().destroyForcibly();
            }
        }
    }

    private void awaitAnswer(ServerLog log) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (daemon.process().isEmpty() || !answers()) {
            if (System.nanoTime() - start > START_TIMEOUT.toNanos()) {
                stop();
                throw failed(log);
            }
            Thread.sleep(POLL);
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.setSoTimeout(ANSWER_TIMEOUT_MILLIS);
            socket.connect(
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port),
                    ANSWER_TIMEOUT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException e) {
            return false;
        }
    }

    private static EmbeddedServerException failed(ServerLog log) throws IOException {
        return new EmbeddedServerException(
                "The embedded Redis did not start (%s): see %s, or point REDIS_URL to a Redis of your own."
                        .formatted(log.reason(), log));
    }
}
