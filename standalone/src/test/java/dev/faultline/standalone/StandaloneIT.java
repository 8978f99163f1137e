package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.json.Json;
import dev.faultline.test.ChildJvm;
import dev.faultline.test.ChildJvmBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneIT {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    @TempDir Path data;

    @Test
    void doesItsJobAndKeepsItsDataOverARestartAndAKill() throws Exception {
        int port = freePort();
        Api api = new Api(() -> "http://127.0.0.1:" + port, () -> "http://127.0.0.1:" + port);
        String kept;
        try (ChildJvm first = start(port)) {
            assertThat(first.output())
                    .contains("http://localhost:" + port, "test-api-key", data.toString());
            new Flow(api, kafkaAddress()).run();
            new GroupingFlow(api, kafkaAddress()).run();
            new MonitoringFlow(api).run();
            new InvitationFlow(api).run();
            new AlertFlow(api).run();
            kept =
                    api.post("{\"message\":\"kept\",\"source\":\"standalone\"}")
                            .data()
                            .path("id")
                            .stringValue();
            assertThat(api.get("/api/errors/" + kept).data().path("count").longValue())
                    .isEqualTo(1);
            first.kill9();
        }

        // PostgreSQL and Redis of the killed run are still there now.
        try (ChildJvm second = start(port)) {
            assertThat(api.get("/api/errors/" + kept).data().path("count").longValue())
                    .isEqualTo(1);
            assertThat(
                            api.postWaiting("{\"message\":\"kept\",\"source\":\"standalone\"}", 10)
                                    .data()
                                    .path("count")
                                    .longValue())
                    .isEqualTo(2);
            assertThat(second.stop(STOP)).isEqualTo(143);
        }

        try (ChildJvm third = start(port)) {
            assertThat(api.get("/api/errors/" + kept).data().path("count").longValue())
                    .isEqualTo(2);
            third.stop(STOP);
        }
    }

    @Test
    void saysInOneSentenceWhyItCanNotStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(failure(faultline(taken.getLocalPort())))
                    .contains("Port " + taken.getLocalPort(), "PORT");
        }
        assertThat(failure(faultline(freePort()).environment("ENVIRONMENT", "prod")))
                .contains("ENVIRONMENT");
        assertThat(
                        failure(
                                faultline(freePort())
                                        .environment("DATABASE_URL", "mysql://localhost/x")))
                .contains("DATABASE_URL");
        assertThat(
                        failure(
                                faultline(freePort())
                                        .environment("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1")
                                        .environment("FAULTLINE_KAFKA_STARTUP_TIMEOUT", "2s")))
                .contains("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
    }

    private ChildJvm start(int port) {
        ChildJvm jvm = faultline(port).start();
        jvm.awaitLine("Stop it with Ctrl-C", START);
        return jvm;
    }

    private ChildJvmBuilder faultline(int port) {
        return ChildJvm.of(Faultline.class)
                .jvmOptions("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                .property("logging.config", "classpath:logback.xml")
                .property("logback.configurationFile", "logback.xml")
                .environment("PORT", port)
                .environment("FAULTLINE_DATA", data)
                .environment("FAULTLINE_LOG_LEVEL", "WARN");
    }

    private static String failure(ChildJvmBuilder faultline) {
        try (ChildJvm jvm = faultline.start()) {
            assertThat(jvm.awaitExit(START)).isEqualTo(1);
            assertThat(jvm.output().lines().filter(line -> !line.contains("WARN")))
                    .singleElement()
                    .asString()
                    .startsWith("faultline: ")
                    .endsWith(".");
            return jvm.output();
        }
    }

    private String kafkaAddress() throws IOException {
        return Json.mapper()
                .readTree(Files.readAllBytes(data.resolve("run.json")))
                .path("kafka")
                .stringValue();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
