package dev.faultline.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmarks.api.ListedGroup;
import dev.faultline.benchmarks.bench.GroundTruth.Expected;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountCheckTest {

    private static final Map<String, Expected> EXPECTED =
            Map.of("kola", new Expected(5, 5), "rami", new Expected(3, 4));

    @Test
    void isExactWhenEveryGroupCountsWhatWasAcknowledged() {
        var check = check(listed("kola: broke", 5), listed("no rami 12", 4));

        assertThat(check.exact()).isTrue();
        assertThat(check.counted()).isEqualTo(9);
    }

    @Test
    void addsUpAGroupThatWasSplit() {
        var check = check(listed("kola 1", 2), listed("kola x", 3), listed("rami", 3));

        assertThat(check.exact()).isTrue();
        assertThat(check.groupsExpected()).isEqualTo(2);
        assertThat(check.groupsListed()).isEqualTo(3);
    }

    @Test
    void findsGroupsThatSwappedCountsUnderTheSameTotal() {
        var check = check(listed("kola", 4), listed("rami", 5));

        assertThat(check.exact()).isFalse();
        assertThat(check.differences())
                .containsExactlyInAnyOrder(
                        "kola: counts 4 instead of 5", "rami: counts 5 instead of 3 to 4");
    }

    @Test
    void findsAMissingAndAnUnknownGroup() {
        var check = check(listed("kola", 5), listed("stranger", 3));

        assertThat(check.differences())
                .hasSize(2)
                .anyMatch(d -> d.startsWith("unknown group"))
                .anyMatch(d -> d.startsWith("rami: counts 0"));
    }

    private static CountCheck check(ListedGroup... groups) {
        return CountCheck.of(EXPECTED, List.of(groups));
    }

    private static ListedGroup listed(String message, long count) {
        return new ListedGroup("id-" + message, message, "bench", count);
    }
}
