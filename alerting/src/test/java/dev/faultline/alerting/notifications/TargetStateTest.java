package dev.faultline.alerting.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Delivery;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Budget and circuit breaker of a target, by a clock of the test.
class TargetStateTest {

    private static final Instant T = Instant.parse("2026-01-02T03:04:05Z");
    private static final Budget SLACK = Budget.of(Channel.SLACK);
    private static final Delivery DOWN = new Delivery.Retry(503, "down", null);

    private static TargetState failed(int times) {
        TargetState state = TargetState.unused(SLACK, T);
        for (int i = 0; i < times; i++) {
            state = state.after(DOWN, T);
        }
        return state;
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, 10, 60", "SLACK, 3, 3600", "WEBHOOK, 10, 36000", "SMS, 5, 30"})
    void grantsABurstAndThenARate(Channel channel, int burst, int perHour) {
        Budget budget = Budget.of(channel);
        TargetState state = TargetState.unused(budget, T);
        assertThat(state.allowed(T)).isEqualTo(burst);

        int sent = burst;
        state = state.sending(burst, T);
        Instant now = T;
        while (true) {
            assertThat(state.allowed(now)).isZero();
            now = state.notBefore(budget);
            if (now.isAfter(T.plus(Duration.ofHours(1)))) {
                break;
            }
            state = state.at(now, budget);
            assertThat(state.allowed(now)).isEqualTo(1);
            state = state.sending(1, now);
            sent++;
        }

        assertThat(sent).isBetween(burst + perHour - 1, burst + perHour);
    }

    @ParameterizedTest
    @EnumSource
    void grantsNoMoreThanABurstAfterALongRest(Channel channel) {
        Budget budget = Budget.of(channel);
        Instant later = T.plus(Duration.ofDays(3));

        assertThat(TargetState.unused(budget, T).sending(1, T).at(later, budget).allowed(later))
                .isEqualTo(budget.burst());
    }

    @Test
    void takesNothingAwayWhenTheClockGoesBack() {
        TargetState state = TargetState.unused(SLACK, T).sending(1, T);

        assertThat(state.at(T.minusSeconds(60), SLACK)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 60", "6, 120", "7, 240", "8, 480", "9, 900", "40, 900"})
    void leavesATargetAloneLongerAndLonger(int failures, int seconds) {
        TargetState state = failed(failures);

        assertThat(state.notBefore(SLACK)).isEqualTo(T.plusSeconds(seconds));
        assertThat(state.allowed(T)).isEqualTo(seconds == 0 ? 3 : 0);
    }

    @Test
    void triesWithOneAfterThePause() {
        Instant open = T.plusSeconds(60);
        TargetState state = failed(5).at(open, SLACK);
        assertThat(state.allowed(open)).isEqualTo(1);

        TargetState trying = state.sending(1, open.plusSeconds(40));

        assertThat(trying.allowed(open.plusSeconds(39))).isZero();
        assertThat(trying.allowed(open.plusSeconds(40))).isEqualTo(1);
        assertThat(trying.after(new Delivery.Delivered(200), open).allowed(open)).isEqualTo(2);
        assertThat(trying.after(DOWN, open).notBefore(SLACK)).isEqualTo(open.plusSeconds(120));
    }

    @Test
    void takesARefusalForASignOfLife() {
        TargetState state = failed(4);

        assertThat(state.after(new Delivery.Rejected(404, "no"), T).breaker())
                .isEqualTo(Breaker.CLOSED);
        assertThat(state.after(new Delivery.Gone(410, "no"), T).breaker())
                .isEqualTo(Breaker.CLOSED);
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        TargetState state =
                failed(4).after(new Delivery.Retry(429, "slow", Duration.ofMinutes(2)), T);

        assertThat(state.notBefore(SLACK)).isEqualTo(T.plusSeconds(120));
        assertThat(state.allowed(T.plusSeconds(119))).isZero();
        assertThat(state.allowed(T.plusSeconds(120))).isEqualTo(3);
    }
}
