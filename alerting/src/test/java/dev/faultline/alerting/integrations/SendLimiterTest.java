package dev.faultline.alerting.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.faultline.event.ProjectId;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendLimiterTest {

    private static final ProjectId ONE = new ProjectId("one");

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final SendLimiter limiter = new SendLimiter("test integrations", 2, () -> now);

    private void pass(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }

    @Test
    void letsAProjectSendSoOftenInAMinute() {
        limiter.admit(ONE);
        pass(20);
        limiter.admit(ONE);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> limiter.admit(ONE))
                .withMessage(
                        "A project can test integrations 2 times in a minute: try again in 41 s")
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.RATE_LIMITED));
        assertThatNoException().isThrownBy(() -> limiter.admit(new ProjectId("other")));
        pass(40);
        assertThatNoException().isThrownBy(() -> limiter.admit(ONE));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> limiter.admit(ONE));
    }
}
