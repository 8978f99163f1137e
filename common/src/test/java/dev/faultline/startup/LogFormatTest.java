package dev.faultline.startup;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.status.Status;
import dev.faultline.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class LogFormatTest {

    private static final String HOSTILE = "user\r\n2026-01-01 ERROR forged\u001b[31mred\u0000";

    @ParameterizedTest
    @CsvSource({
        ",           ,            production,  ecs",
        ",           ,            development, text",
        ",           Production,  development, ecs",
        ",           test,        production,  text",
        "text,       production,  production,  text",
        "ECS,        development, production,  ecs",
        "nonsense,   test,        production,  text",
    })
    void followsTheVariablesAndThenTheProgram(
            String format, String environment, String fallback, String chosen) {
        Map<String, String> variables =
                Map.of(
                        "FAULTLINE_LOG_FORMAT", Objects.requireNonNullElse(format, ""),
                        "ENVIRONMENT", Objects.requireNonNullElse(environment, fallback));

        assertThat(LogFormat.choose(variables, fallback)).isEqualTo(chosen);
    }

    @Test
    void writesEcsThatNobodyCanForge() throws Exception {
        String log = write("production", HOSTILE, new IllegalStateException(HOSTILE));

        assertThat(log.lines()).hasSize(1);
        JsonNode line = Json.mapper().readTree(log);
        assertThat(line.get("message").stringValue()).isEqualTo("failed for " + HOSTILE);
        assertThat(line.get("log.level").stringValue()).isEqualTo("WARN");
        assertThat(line.get("error.message").stringValue()).isEqualTo(HOSTILE);
        assertThat(line.has("@timestamp")).isTrue();
        assertThat(log).doesNotContain("\u001b");
    }

    @Test
    void writesTextInWhichNoLineCanBeForged() throws Exception {
        String log = write("development", HOSTILE, new IllegalStateException(HOSTILE));

        assertThat(log.lines().filter(line -> !line.startsWith("  ")))
                .singleElement()
                .asString()
                .endsWith(
                        "WARN  LogFormatTest: failed for user | 2026-01-01 ERROR forged\\u001b[31mred\\u0000");
        assertThat(log.chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t'))
                .isEmpty();
    }

    /// What the appender that `logback.xml` chooses writes.
    private static String write(String environment, String name, Exception failure)
            throws Exception {
        System.setProperty(LogFormat.DEFAULT_ENVIRONMENT, environment);
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(LogFormat.class.getResource("/logback.xml"));
            // At a warning Logback writes all it did to standard output.
            assertThat(context.getStatusManager().getCopyOfStatusList())
                    .noneMatch(status -> status.getEffectiveLevel() >= Status.WARN);
            var logger = context.getLogger(LogFormatTest.class);
            var event =
                    new LoggingEvent(
                            LogFormatTest.class.getName(),
                            logger,
                            Level.WARN,
                            "failed for {}",
                            failure,
                            new Object[] {name});
            return new String(encoder(context).encode(event), StandardCharsets.UTF_8);
        } finally {
            context.stop();
            System.clearProperty(LogFormat.DEFAULT_ENVIRONMENT);
        }
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context) {
        AppenderAttachable<ILoggingEvent> root = context.getLogger("ROOT");
        return ((OutputStreamAppender<ILoggingEvent>) root.iteratorForAppenders().next())
                .getEncoder();
    }
}
