package dev.faultline.startup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stage as its own process, with the logging of the real ones.
class StageTest {

    @TempDir private Path directory;

    @Test
    void endsAFailedStartWithOneSentenceAndNothingElse() throws Exception {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process stage = start(out.toFile(), err.toFile());
        try {
            assertThat(stage.waitFor(60, SECONDS)).isTrue();
        } finally {
            stage.destroyForcibly();
        }

        assertThat(stage.exitValue()).isEqualTo(1);
        assertThat(Files.readString(out, UTF_8)).isEmpty();
        assertThat(Files.readString(err, UTF_8))
                .isEqualToNormalizingNewlines(
                        "faultline: The setting faultline.access can't be used: ENVIRONMENT is 'prod': set it to development, test or production.\n");
    }

    private static Process start(File out, File err) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dlogging.config=classpath:logback.xml",
                                Main.class.getName(),
                                "--server.port=0")
                        .redirectOutput(out)
                        .redirectError(err);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("ENVIRONMENT", "prod");
        return builder.start();
    }

    static final class Main {

        private Main() {}

        public static void main(String[] args) {
            Stage.main("no-such-stage", StartupFailureTest.Application.class, args);
        }
    }
}
