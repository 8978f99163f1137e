package dev.faultline.benchmarks.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmarks.send.Parsed.Entry;
import org.junit.jupiter.api.Test;

class BatcherTest {

    private static final Entry TEN_BYTES = new Entry(1, "0123456789");

    @Test
    void endsABatchByNumberOfEntries() {
        var batcher = new Batcher(new BatchLimits(2, 1_000, 100));

        assertThat(batcher.add(TEN_BYTES)).isEmpty();
        assertThat(batcher.add(TEN_BYTES)).isEmpty();
        assertThat(batcher.add(TEN_BYTES)).hasSize(2);
        assertThat(batcher.end()).hasSize(1);
        assertThat(batcher.end()).isEmpty();
    }

    @Test
    void endsABatchByBytesWithLineEnds() {
        var batcher = new Batcher(new BatchLimits(100, 22, 100));

        assertThat(batcher.add(TEN_BYTES)).isEmpty();
        assertThat(batcher.add(TEN_BYTES)).isEmpty();
        assertThat(batcher.add(TEN_BYTES)).hasSize(2);
    }
}
