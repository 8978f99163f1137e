package dev.faultline.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import dev.faultline.startup.LogFormat;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/// The layout that logback.xml gives people.
class PlainLogTest {

    private static final String ENTRY =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z (INFO |ERROR) PlainLogTest: ";

    private final LoggerContext context = new LoggerContext();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Logger log = context.getLogger("unset");

    @BeforeEach
    void configure() throws Exception {
        context.setMDCAdapter(new LogbackMDCAdapter());
        System.setProperty(LogFormat.DEFAULT_ENVIRONMENT, "development");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(getClass().getClassLoader().getResource("logback.xml"));
        var console =
                (ConsoleAppender<?>)
                        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("console");
        console.setOutputStream(out);
        log = context.getLogger(PlainLogTest.class);
    }

    @AfterEach
    void stop() {
        System.clearProperty(LogFormat.DEFAULT_ENVIRONMENT);
        context.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\rb", "a\n\n\nb", "a\u2028b", "a\u0085b"})
    void keepsAnEntryOnItsLine(String text) {
        log.info("Got {}", text);

        assertThat(lines()).singleElement().asString().matches(ENTRY + "Got a \\| b");
    }

    @Test
    void writesControlCharactersAsTheirCodes() {
        log.info("Got {}", "\u001b[31mred\u0000\u0007\t\u009b");

        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith("Got \\u001b[31mred\\u0000\\u0007\t\\u009b");
    }

    @Test
    void leavesWhatIsPrintableAsItIs() {
        log.info("Got {}", "Zahlung für 4711 ❌ “declined” \\n");

        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith("Got Zahlung für 4711 ❌ “declined” \\n");
    }

    @Test
    void indentsExceptionsSoThatTheyForgeNoEntry() {
        String forged = "2026-01-01T00:00:00.000Z INFO  Login: admin logged in";

        log.error("Failed", new IllegalStateException("x\n" + forged + "\u001b[2J"));

        List<String> lines = lines();
        assertThat(lines.getFirst()).matches(ENTRY + "Failed");
        assertThat(lines.subList(1, lines.size()))
                .hasSizeGreaterThan(3)
                .allMatch(line -> line.startsWith("    "))
                .contains("    " + forged + "\\u001b[2J");
    }

    private List<String> lines() {
        return out.toString(UTF_8).lines().toList();
    }
}
