package dev.faultline.standalone;

import dev.faultline.embedded.EmbeddedServerException;
import dev.faultline.embedded.EmbeddedServers;
import dev.faultline.startup.LogFormat;
import dev.faultline.startup.Stage;
import dev.faultline.startup.StartupException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/// Everything in one JVM: starts the embedded servers, then all stages, and ends them in the
/// opposite order.
public final class Faultline {

    private static final String STAGES = "ingest-gateway,aggregator,alerting,query-api,standalone";

    private Faultline() {}

    public static void main(String[] args) {
        // Before anything logs.
        System.setProperty(LogFormat.DEFAULT_ENVIRONMENT, "development");
        Stage.prepare();
        setUpLogging();
        try {
            run(StandaloneSettings.of(System.getenv()), args);
        } catch (EmbeddedServerException e) {
            Stage.exit(new StartupException(String.valueOf(e.getMessage()), e));
        } catch (RuntimeException e) {
            Stage.exit(e);
        }
    }

    /// The servers log before Spring is there, which would set up anew what logback.xml has set up
    /// for them. What Spring does beside that: Tomcat logs by java.util.logging.
    private static void setUpLogging() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static void run(StandaloneSettings settings, String[] args) {
        checkPort(settings);
        Shutdown shutdown = new Shutdown();
        EmbeddedServers servers =
                EmbeddedServers.start(settings.dataDirectory(), settings.embedded());
        shutdown.afterwards(servers);
        ConfigurableApplicationContext stages = startStages(settings, servers, args);
        shutdown.afterwards(stages);
        RunFile.write(settings, servers);
        AggregatorStart.await(stages.getBean(StreamsBuilderFactoryBean.class));
        Greeting.print(settings, servers);
    }

    private static ConfigurableApplicationContext startStages(
            StandaloneSettings settings, EmbeddedServers servers, String[] args) {
        SpringApplication application = Stage.application(AllStages.class, STAGES);
        // One hook of ours ends the stages before the servers they need.
        application.setRegisterShutdownHook(false);
        application.addInitializers(context ->
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(
                                new MapPropertySource(
                                        "standalone", properties(settings, servers))));
        return application.run(args);
    }

    private static Map<String, Object> properties(
            StandaloneSettings settings, EmbeddedServers servers) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.address());
        properties.put(
                "faultline.access.environment",
                settings.environment().name().toLowerCase(Locale.ROOT));
        properties.put("faultline.aggregator.instance-id", "standalone");
        properties.put("faultline.telemetry.instance-id", "standalone");
        properties.put("faultline.telemetry.data-directory", settings.dataDirectory().toString());
        properties.put(
                "faultline.aggregator.state-dir",
                settings.dataDirectory().resolve("aggregator").toString());
        properties.put(
                "FAULTLINE_MASTER_KEY_FILE",
                settings.dataDirectory().resolve("master.key").toString());
        servers.kafka()
                .ifPresent(k -> properties.put("KAFKA_BOOTSTRAP_SERVERS", k.bootstrapServers()));
        servers.postgres().ifPresent(p -> properties.put("DATABASE_URL", p.url()));
        servers.redis().ifPresent(r -> properties.put("REDIS_URL", r.url()));
        return properties;
    }

    /// Before servers are started for nothing.
    private static void checkPort(StandaloneSettings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.address(), settings.port()));
        } catch (IOException e) {
            throw new StartupException(
                    "Port %d can't be opened on %s (%s): end what listens there, or set PORT to another port."
                            .formatted(settings.port(), settings.address(), e.getMessage()),
                    e);
        }
    }
}
