package dev.faultline.alerting.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    private static final Instant T = Instant.parse("2026-01-02T03:04:05Z");
    private static final RandomGenerator NO_JITTER = () -> 0;
    private static final RetrySchedule WEBHOOK =
            RetrySchedule.of(Channel.WEBHOOK, "incident.fired");

    private static Verdict of(Delivery delivery, int tries) {
        return Verdict.of(delivery, WEBHOOK, tries, T, NO_JITTER);
    }

    private static Delivery retry(Duration asked) {
        return new Delivery.Retry(429, "busy", asked);
    }

    @Test
    void isDoneWhenTheOtherSideHasIt() {
        assertThat(of(new Delivery.Delivered(200), 3))
                .isEqualTo(new Verdict(NotificationState.DELIVERED, null, null));
    }

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT5M", "3, PT30M", "4, PT2H", "9, PT24H"})
    void triesAgainBySchedule(int tries, Duration pause) {
        assertThat(of(new Delivery.Retry(null, "down", null), tries))
                .isEqualTo(new Verdict(NotificationState.PENDING, "down", T.plus(pause)));
    }

    @Test
    void waitsLongerIfItIsAskedToAndNeverShorter() {
        assertThat(of(retry(Duration.ofMinutes(1)), 1).due()).isEqualTo(T.plusSeconds(60));
        assertThat(of(retry(Duration.ZERO), 1).due()).isEqualTo(T.plusSeconds(5));
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        assertThat(of(retry(Duration.ofMinutes(1)), 10))
                .isEqualTo(
                        new Verdict(
                                NotificationState.DEAD, "busy, at the last of 10 attempts", null));
    }

    @Test
    void givesUpWhatIsRefused() {
        assertThat(of(new Delivery.Rejected(404, "HTTP 404"), 1))
                .isEqualTo(new Verdict(NotificationState.DEAD, "HTTP 404", null));
        assertThat(of(new Delivery.Gone(410, "HTTP 410"), 1))
                .isEqualTo(new Verdict(NotificationState.DEAD, "HTTP 410", null));
    }

    @ParameterizedTest
    @EnumSource(names = {"EMAIL", "SLACK", "WEBHOOK"})
    void repeatsWhatCanBeToldApartByItsId(Channel channel) {
        assertThat(Verdict.ofUnknown(channel, "incident.fired", AlertSeverity.LOW, 49, T))
                .isEqualTo(new Verdict(NotificationState.PENDING, "outcome unknown", T));
        assertThat(Verdict.ofUnknown(channel, "incident.fired", AlertSeverity.LOW, 50, T))
                .isEqualTo(new Verdict(NotificationState.DEAD, "outcome unknown", null));
    }

    @ParameterizedTest
    @EnumSource
    void repeatsNoTest(Channel channel) {
        assertThat(Verdict.ofUnknown(channel, "rule.test", AlertSeverity.CRITICAL, 1, T).state())
                .isEqualTo(NotificationState.DEAD);
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, 1, PENDING",
        "CRITICAL, 2, DEAD",
        "HIGH, 1, DEAD",
        "MEDIUM, 1, DEAD",
        "LOW, 1, DEAD"
    })
    void repeatsAShortMessageOnceAndIfItIsCritical(
            AlertSeverity severity, int unknown, NotificationState state) {
        assertThat(Verdict.ofUnknown(Channel.SMS, "incident.fired", severity, unknown, T).state())
                .isEqualTo(state);
    }
}
