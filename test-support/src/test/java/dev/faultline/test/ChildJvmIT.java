package dev.faultline.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChildJvmIT {

    private static final Duration START = Duration.ofSeconds(30);

    @Test
    void passesArgumentsPropertiesAndEnvironment() {
        try (var jvm =
                ChildJvm.of(SleepingProcess.class)
                        .arguments("one", 2)
                        .property("test.key", "property")
                        .environment("TEST_KEY", "variable")
                        .start()) {
            assertThat(jvm.awaitLine("ready", START)).isEqualTo("ready one,2 property variable");
            assertThat(jvm.stop(START)).isEqualTo(143);
        }
    }

    @Test
    void showsTheOutputOfAJvmThatEndsTooEarly() {
        try (var jvm = ChildJvm.of(ServersProcess.class).start()) {
            assertThatThrownBy(() -> jvm.awaitLine("ready", START))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("ServersProcess ended with code 1")
                    .hasMessageContaining("ArrayIndexOutOfBoundsException");
        }
    }
}
