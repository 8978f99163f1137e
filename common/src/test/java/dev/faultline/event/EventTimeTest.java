package dev.faultline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventTimeTest {

    private static final Instant APPENDED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MOMENT = Duration.ofNanos(1);

    @Test
    void takesTheAppendTimeWhereTheClientSaysNothing() {
        assertThat(EventTime.clamp(null, APPENDED)).isEqualTo(APPENDED);
    }

    @Test
    void believesAClockNearTheBrokers() {
        Instant oldest = APPENDED.minus(EventLimits.MAX_AGE);
        Instant newest = APPENDED.plus(EventLimits.MAX_AHEAD);

        assertThat(EventTime.clamp(APPENDED, APPENDED)).isEqualTo(APPENDED);
        assertThat(EventTime.clamp(oldest, APPENDED)).isEqualTo(oldest);
        assertThat(EventTime.clamp(newest, APPENDED)).isEqualTo(newest);
    }

    @Test
    void takesTheOldestBelievableTimeForAnOlderOne() {
        Instant oldest = APPENDED.minus(EventLimits.MAX_AGE);

        assertThat(EventTime.clamp(oldest.minus(MOMENT), APPENDED)).isEqualTo(oldest);
        assertThat(EventTime.clamp(Instant.MIN, APPENDED)).isEqualTo(oldest);
    }

    @Test
    void takesTheAppendTimeForATimeInTheFuture() {
        Instant newest = APPENDED.plus(EventLimits.MAX_AHEAD);

        assertThat(EventTime.clamp(newest.plus(MOMENT), APPENDED)).isEqualTo(APPENDED);
        assertThat(EventTime.clamp(Instant.MAX, APPENDED)).isEqualTo(APPENDED);
    }
}
