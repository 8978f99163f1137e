package dev.faultline.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The embedded servers of one Faultline, below one data directory, which they keep for themselves.
 * A Redis that cannot run here is no failure: {@link #redisUnavailable} says why. Thread-safe.
 */
public final class EmbeddedServers implements AutoCloseable {

    private final DirectoryLock lock;
    private final Outcome<EmbeddedKafka> kafka;
    private final Outcome<EmbeddedPostgresServer> postgres;
    private final Outcome<EmbeddedRedis> redis;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedServers(
            DirectoryLock lock,
            Outcome<EmbeddedKafka> kafka,
            Outcome<EmbeddedPostgresServer> postgres,
            Outcome<EmbeddedRedis> redis) {
        this.lock = lock;
        this.kafka = kafka;
        this.postgres = postgres;
        this.redis = redis;
    }

    /** Starts the chosen servers on the ports of the last start, or on free ones. */
    public static EmbeddedServers start(Path dataDirectory, Set<Server> which) {
        return start(
                dataDirectory,
                which.stream().collect(Collectors.toMap(Function.identity(), _ -> 0)));
    }

    /**
     * Starts the chosen servers at the same time and waits for all of them.
     *
     * @param ports the chosen servers with their ports; 0 keeps the port of the last start or
     *     chooses a free one
     * @throws EmbeddedServerException when the data directory is in use or a server does not start;
     *     the others are stopped then
     */
    public static EmbeddedServers start(Path dataDirectory, Map<Server, Integer> ports) {
        var directory = Directories.prepare(dataDirectory);
        var servers =
                Start.under(
                        DirectoryLock.acquire(directory),
                        "servers",
                        lock -> startAll(directory, ports, lock));
        var failure = servers.failure();
        if (failure.isPresent()) {
            servers.close();
            throw failure.get();
        }
        return servers;
    }

    private static EmbeddedServers startAll(
            Path directory, Map<Server, Integer> ports, DirectoryLock lock) {
        Future<Outcome<EmbeddedKafka>> kafka;
        Future<Outcome<EmbeddedPostgresServer>> postgres;
        Future<Outcome<EmbeddedRedis>> redis;
        // Platform threads: virtual ones that load classes from a fat jar can block each other for
        // ever.
        try (var threads = Executors.newFixedThreadPool(Server.values().length)) {
            kafka =
                    submit(
                            threads,
                            ports.get(Server.KAFKA),
                            port -> EmbeddedKafka.start(directory.resolve("kafka"), port));
            postgres =
                    submit(
                            threads,
                            ports.get(Server.POSTGRES),
                            port ->
                                    EmbeddedPostgresServer.start(
                                            directory.resolve("postgres"), port));
            redis =
                    submit(
                            threads,
                            ports.get(Server.REDIS),
                            port -> EmbeddedRedis.start(directory.resolve("redis"), port));
        }
        return new EmbeddedServers(
                lock, kafka.resultNow(), postgres.resultNow(), redis.resultNow());
    }

    private static <S> Future<Outcome<S>> submit(
            ExecutorService threads, @Nullable Integer port, IntFunction<S> start) {
        return threads.submit(
                () -> port == null ? Outcome.none() : Outcome.of(() -> start.apply(port)));
    }

    /** Present if it was chosen. */
    public Optional<EmbeddedKafka> kafka() {
        return kafka.started();
    }

    /** Present if it was chosen. */
    public Optional<EmbeddedPostgresServer> postgres() {
        return postgres.started();
    }

    /** Present if it was chosen and can run here. */
    public Optional<EmbeddedRedis> redis() {
        return redis.started();
    }

    /** One sentence that says why there is no Redis, if it was chosen and cannot run here. */
    public Optional<String> redisUnavailable() {
        return redis.failed().map(RuntimeException::getMessage);
    }

    private Optional<RuntimeException> failure() {
        var redisFailure =
                redis.failed()
                        .filter(failure -> !(failure instanceof EmbeddedRedisUnavailableException));
        return Stream.of(postgres.failed(), kafka.failed(), redisFailure)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Stops Redis, then Kafka, then PostgreSQL; each of them even if another one does not stop. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            // Closed in the reverse order.
            try (lock;
                    var _ = postgres.server();
                    var _ = kafka.server();
                    var _ = redis.server()) {
                return;
            }
        }
    }
}
