package dev.faultline.aggregator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shape of the topology is part of the state of every running installation: stores, changelogs
/// and tasks are named after it. A difference here needs a plan for the change (docs/adr/0002).
class TopologyShapeTest {

    @Test
    void isWhatRunningInstallationsHave(@TempDir Path stateDir) throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("/topology.txt")) {
            assertThat(TopologyFixture.describe(stateDir))
                    .isEqualToNormalizingNewlines(new String(golden.readAllBytes(), UTF_8));
        }
    }
}
