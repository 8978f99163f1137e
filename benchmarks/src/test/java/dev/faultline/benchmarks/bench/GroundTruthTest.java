package dev.faultline.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.faultline.benchmarks.bench.GroundTruth.Expected;
import dev.faultline.benchmarks.workload.GroupCatalog;
import dev.faultline.benchmarks.workload.WorkloadSettings;
import org.junit.jupiter.api.Test;

class GroundTruthTest {

    private final GroupCatalog catalog =
            new GroupCatalog(new WorkloadSettings(1, "run", 3, 0, null, false));
    private final GroundTruth truth = new GroundTruth(catalog);

    @Test
    void leavesRoomForEventsThatMayBeStored() {
        truth.accepted(0);
        truth.accepted(0);
        truth.uncertain(0, "no answer");
        truth.refused(1, 503, "busy");
        truth.refused(2, 400, "bad");

        assertThat(truth.expected())
                .containsOnly(
                        entry(catalog.word(0), new Expected(2, 3)),
                        entry(catalog.word(1), new Expected(0, 1)));
        assertThat(truth.acceptedTotal()).isEqualTo(2);
        assertThat(truth.uncertainTotal()).isEqualTo(2);
        assertThat(truth.rejectedTotal()).isEqualTo(1);
    }

    @Test
    void keepsABoundedNumberOfReasons() {
        for (int i = 0; i < 1_000; i++) {
            truth.rejected("request " + i + " failed");
        }

        assertThat(truth.problems()).hasSizeLessThan(30).containsKey("others");
        assertThat(truth.problems().values().stream().mapToLong(n -> n).sum()).isEqualTo(1_000);
    }
}
