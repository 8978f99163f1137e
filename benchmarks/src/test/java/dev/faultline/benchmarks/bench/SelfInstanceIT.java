package dev.faultline.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.benchmarks.FakeInstance;
import dev.faultline.benchmarks.api.Instance;
import dev.faultline.benchmarks.api.RunFile;
import dev.faultline.benchmarks.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfInstanceIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir private Path folder;

    @Test
    void startsAnInstanceAndLeavesNothingBehind() throws Exception {
        Path data;
        long pid;

        try (var self = SelfInstance.start(launcher(java()), TIMEOUT);
                var instance = new Instance(self.url(), SelfInstance.API_KEY)) {
            data = self.data();
            pid = self.pid();
            assertThat(instance.healthy()).isTrue();
            assertThat(RunFile.in(data)).map(RunFile::pid).contains(pid);
            assertThat(new ProcessTree(Set.of(pid), data).usage().memoryBytes())
                    .isGreaterThan(10 << 20);
        }

        assertThat(data.getParent()).doesNotExist();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void showsTheLogOfAnInstanceThatDoesNotStart() {
        assertThatThrownBy(() -> SelfInstance.start(launcher("echo no JDK 25; exit 1"), TIMEOUT))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("ended at its start", "no JDK 25");
    }

    @Test
    void givesUpOnAnInstanceThatNeverAnswers() {
        var patience = Duration.ofMillis(500);

        assertThatThrownBy(() -> SelfInstance.start(launcher("exec sleep 60"), patience))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("not healthy");
    }

    @Test
    void saysThatTheLauncherIsMissing() {
        assertThatThrownBy(() -> SelfInstance.start(folder + "/none", TIMEOUT))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("Cannot start", "none");
    }

    private String launcher(String command) throws IOException {
        Path script = folder.resolve("launcher");
        Files.writeString(script, "#!/bin/sh\n[ \"$1\" = run ] || exit 3\n" + command + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private static String java() {
        return "exec '%s/bin/java' -cp '%s' %s"
                .formatted(
                        System.getProperty("java.home"),
                        System.getProperty("java.class.path"),
                        FakeInstance.class.getName());
    }
}
