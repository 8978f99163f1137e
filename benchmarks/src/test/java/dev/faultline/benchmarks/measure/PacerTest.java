package dev.faultline.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacerTest {

    private final AtomicLong now = new AtomicLong(5_000);

    @Test
    void plansCallsAtTheRateWhateverTheTime() {
        var pacer = new Pacer(200, now::get);

        now.addAndGet(3_000_000_000L);

        assertThat(pacer.intended(0)).isEqualTo(5_000);
        assertThat(pacer.intended(1)).isEqualTo(5_000 + 5_000_000);
        assertThat(pacer.intended(200)).isEqualTo(5_000 + 1_000_000_000L);
    }

    @Test
    void meansNowWithoutARate() {
        var pacer = new Pacer(0, now::get);

        now.addAndGet(77);

        assertThat(pacer.paced()).isFalse();
        assertThat(pacer.intended(1_000)).isEqualTo(5_077);
    }

    @Test
    void doesNotWaitForATimeThatHasPassed() throws InterruptedException {
        var pacer = new Pacer(200, now::get);

        pacer.await(4_000);

        assertThat(now).hasValue(5_000);
    }
}
