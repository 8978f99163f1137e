package dev.faultline.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessFilesTest {

    @Test
    void addsTheTimesOfAProcessAndItsEndedChildren() {
        String stat = "42 (tmux: (server) x) S 7 42 42 0 -1 4194560 9 8 0 0 150 50 25 75 20 0 1 0";

        assertThat(ProcessFiles.parse(42, stat))
                .isEqualTo(new ProcessFiles(42, 7, "tmux: (server) x", 3.0));
    }

    @Test
    void readsMemoryByItsLabel() {
        String rollup = "00400000-7fff [rollup]\nRss:  2000 kB\nPss:    1234 kB\n";

        assertThat(ProcessFiles.kilobytes(rollup, "Pss:")).contains(1234L);
        assertThat(ProcessFiles.kilobytes(rollup, "VmRSS:")).isEmpty();
    }
}
