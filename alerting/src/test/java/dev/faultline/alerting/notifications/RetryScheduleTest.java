package dev.faultline.alerting.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alerting.delivery.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryScheduleTest {

    @Test
    void triesProgramsForThreeDaysAsStandardWebhooksSays() {
        RetrySchedule schedule = RetrySchedule.of(Channel.WEBHOOK, "incident.fired");

        assertThat(schedule.attempts()).isEqualTo(10);
        assertThat(schedule.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.parse("PT75H35M5S"));
    }

    @ParameterizedTest
    @EnumSource(names = {"EMAIL", "SLACK", "SMS"})
    void triesPeopleMoreOftenAndNotSoLong(Channel channel) {
        RetrySchedule schedule = RetrySchedule.of(channel, "incident.fired");

        assertThat(schedule.pauses())
                .startsWith(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));
        assertThat(schedule.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThan(Duration.ofHours(10));
    }

    @ParameterizedTest
    @EnumSource
    void triesATestOnce(Channel channel) {
        assertThat(RetrySchedule.of(channel, "rule.test").pauseAfter(1, new Random(1))).isEmpty();
    }

    @Test
    void waitsATenthLongerAtMost() {
        Duration pause = Duration.ofHours(2);
        RetrySchedule schedule = new RetrySchedule(List.of(pause));
        Random random = new Random(7);

        List<Duration> pauses =
                IntStream.range(0, 1000)
                        .mapToObj(_ -> schedule.pauseAfter(1, random).orElseThrow())
                        .toList();

        assertThat(pauses)
                .allSatisfy(each ->
                        assertThat(each).isBetween(pause, pause.plus(Duration.ofMinutes(12))))
                .anySatisfy(each -> assertThat(each).isLessThan(pause.plusMinutes(1)))
                .anySatisfy(each -> assertThat(each).isGreaterThan(pause.plusMinutes(11)));
    }

    @ParameterizedTest
    @EnumSource
    void endsAfterTheLastAttempt(Channel channel) {
        RetrySchedule schedule = RetrySchedule.of(channel, "incident.fired");

        for (int tries = 1; tries < schedule.attempts(); tries++) {
            assertThat(schedule.pauseAfter(tries, new Random(1))).isPresent();
        }
        assertThat(schedule.pauseAfter(schedule.attempts(), new Random(1)))
                .isEqualTo(Optional.empty());
    }
}
