package dev.faultline.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker (with its controller) inside this JVM, on 127.0.0.1. Topics, records, consumer
 * offsets and transactions survive restarts and {@code kill -9}; like every Kafka it leaves writing
 * to the disk to the operating system, so the last records before a power cut may be lost. Topics
 * are not created by themselves. When the disk fails or is full, the broker halts the JVM.
 *
 * <p>The loggers {@code org.apache.kafka} and {@code kafka} should be at WARN before the start:
 * include {@code dev/faultline/embedded/logback-servers.xml} in the Logback configuration.
 * Thread-safe.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String SERVER = "Kafka";

    private final KafkaRaftServer server;
    private final int port;
    private final DirectoryLock lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(KafkaRaftServer server, int port, DirectoryLock lock) {
        this.server = server;
        this.port = port;
        this.lock = lock;
    }

    /**
     * Starts the broker and waits until it answers; 2 to 3 seconds longer after a {@code kill -9}.
     *
     * @param dataDirectory is created if absent; for this broker alone
     * @param port 0 keeps the port of the last start or chooses a free one
     * @throws EmbeddedServerException when it cannot start
     */
    public static EmbeddedKafka start(Path dataDirectory, int port) {
        var directory = Directories.prepare(dataDirectory);
        return Start.under(
                DirectoryLock.acquire(directory), SERVER, lock -> start(directory, port, lock));
    }

    private static EmbeddedKafka start(Path directory, int wantedPort, DirectoryLock lock)
            throws Exception {
        var logs = directory.resolve("logs");
        format(logs);
        int port = Ports.choose(SERVER, directory, wantedPort);
        var settings = BrokerSettings.of(logs, port, Ports.chooseFree());
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        return new EmbeddedKafka(server, port, lock);
    }

    /**
     * Writes the file meta.properties last: a first start that is killed before that is simply
     * repeated.
     */
    private static void format(Path logs) throws Exception {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        try (var nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setDirectories(List.of(logs.toString()))
                    .setMetadataLogDirectory(logs.toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setIgnoreFormatted(true)
                    .setPrintStream(nowhere)
                    .run();
        }
    }

    /** What clients connect to: {@code 127.0.0.1:PORT}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops the broker in an orderly way; clients that are still connected see it go. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (lock) {
                server.shutdown();
                server.awaitShutdown();
            }
        }
    }
}
