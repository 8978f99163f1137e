package dev.faultline.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a short command of another program, its output appended to a log file. */
final class Command {

    private Command() {}

    /**
     * @return the exit code
     */
    static int run(List<String> command, ServerLog log, Duration timeout)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                        .start();
        process.getOutputStream().close();
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new EmbeddedServerException(
                    "The command %s did not end within %d s: see %s and start again."
                            .formatted(String.join(" ", command), timeout.toSeconds(), log));
        }
        return process.exitValue();
    }
}
