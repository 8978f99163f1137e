package dev.faultline.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    @TempDir Path directory;

    @Test
    void namesTheOwnerToWhoeverComesSecond() {
        try (var _ = DirectoryLock.acquire(directory)) {
            assertThatThrownBy(() -> DirectoryLock.acquire(directory))
                    .isInstanceOf(DirectoryInUseException.class)
                    .hasMessage(
                            "The data directory %s is in use by process %d: stop that process or choose another data directory.",
                            directory, ProcessHandle.current().pid());
        }
    }

    @Test
    void isFreeAgainAfterClose() {
        DirectoryLock.acquire(directory).close();

        DirectoryLock.acquire(directory).close();
    }
}
