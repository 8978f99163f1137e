package dev.faultline.standalone;

import dev.faultline.aggregator.Aggregator;
import dev.faultline.alerting.Alerting;
import dev.faultline.embedded.KafkaProcess;
import dev.faultline.ingest.IngestGateway;
import dev.faultline.query.QueryApi;
import dev.faultline.test.ChildJvm;
import dev.faultline.test.PostgresFixture;
import dev.faultline.test.RedisFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The broker and the four stages, each as a process of its own that can be killed and started
/// again.
final class Processes implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private final Deque<Member> members = new ArrayDeque<>();
    private final String database = PostgresFixture.freshDatabase();
    private final Path directory;

    final Member kafka;
    final Member gateway;
    final Member aggregator;
    final Member query;
    final Member alerting;

    Processes(Path directory) {
        this.directory = directory;
        kafka = add(new Broker(freePort()));
        gateway = add(new StageProcess(IngestGateway.class, freePort()));
        aggregator = add(new StageProcess(Aggregator.class, freePort()));
        alerting = add(new StageProcess(Alerting.class, freePort()));
        query = add(new StageProcess(QueryApi.class, freePort()));
        try {
            kafka.start();
            List<Member> stages = List.of(gateway, aggregator, alerting, query);
            stages.forEach(Member::launch);
            stages.forEach(Member::awaitReady);
        } catch (RuntimeException | AssertionError e) {
            close();
            throw e;
        }
    }

    Api api() {
        return new Api(
                () -> "http://127.0.0.1:" + gateway.port, () -> "http://127.0.0.1:" + query.port);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + kafka.port;
    }

    @Override
    public void close() {
        while (!members.isEmpty()) {
            members.pop().kill9();
        }
    }

    private Member add(Member member) {
        members.push(member);
        return member;
    }

    /// One process, on the same port over all its lives.
    abstract static class Member {

        final int port;
        private ChildJvm jvm;

        Member(int port) {
            this.port = port;
        }

        abstract ChildJvm run();

        abstract void awaitReady(ChildJvm jvm);

        final void launch() {
            jvm = run();
        }

        final void awaitReady() {
            awaitReady(jvm);
        }

        final void start() {
            launch();
            awaitReady();
        }

        final void kill9() {
            if (jvm != null && jvm.isAlive()) {
                jvm.kill9();
            }
        }

        final void killAndRestart() {
            kill9();
            start();
        }
    }

    private final class Broker extends Member {

        Broker(int port) {
            super(port);
        }

        @Override
        ChildJvm run() {
            return ChildJvm.of(KafkaProcess.class)
                    .arguments(directory.resolve("kafka"), port)
                    .jvmOptions("-Xmx384m", "-XX:+UseSerialGC")
                    .start();
        }

        @Override
        void awaitReady(ChildJvm jvm) {
            jvm.awaitLine("^ready$", START);
        }
    }

    private final class StageProcess extends Member {

        private final Class<?> stage;

        StageProcess(Class<?> stage, int port) {
            super(port);
            this.stage = stage;
        }

        @Override
        ChildJvm run() {
            return ChildJvm.of(stage)
                    .jvmOptions("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                    // Not the quiet logging of tests: readiness is told in the log.
                    .property("logging.config", "classpath:logback.xml")
                    .property("logback.configurationFile", "logback.xml")
                    .environment("PORT", port)
                    .environment("ENVIRONMENT", "test")
                    .environment("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers())
                    .environment("DATABASE_URL", database)
                    .environment("REDIS_URL", RedisFixture.url())
                    .environment("FAULTLINE_DATA", directory)
                    .environment("QUERY_API_URL", "http://127.0.0.1:" + query.port)
                    .environment("ALERTING_URL", "http://127.0.0.1:" + alerting.port)
                    .start();
        }

        @Override
        void awaitReady(ChildJvm jvm) {
            jvm.awaitLine("Serving on port", START);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
