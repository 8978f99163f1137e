package dev.faultline.query.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UptimeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private static Instant hoursAgo(double hours) {
        return NOW.minusMillis((long) (hours * 3_600_000));
    }

    private static Outage down(double from, double to) {
        return new Outage("overall", hoursAgo(from), hoursAgo(to), "away");
    }

    private static Outage downSince(double from) {
        return new Outage("overall", hoursAgo(from), null, "away");
    }

    private static Uptime uptime(Outage... outages) {
        return new Uptime(hoursAgo(1_000), List.of(outages), NOW);
    }

    @Test
    void isWholeWithoutOutages() {
        assertThat(uptime().percent(DAY)).isEqualTo(100);
        assertThat(uptime().current()).isEqualTo(Duration.ofHours(1_000));
        assertThat(uptime().incidents(DAY)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "12, 6, 75", // inside
        "30, 12, 50", // began before the window
        "30, 25, 100", // before the window
        "24, 0, 0", // the whole of it
    })
    void takesOffTheShareOfTheWindowThatWasDown(double from, double to, double percent) {
        assertThat(uptime(down(from, to)).percent(DAY)).isCloseTo(percent, within(1e-9));
    }

    @Test
    void countsOverlappingOutagesOnce() {
        Uptime uptime = uptime(down(12, 8), down(10, 6), down(6, 6), down(11, 9));

        assertThat(uptime.percent(DAY)).isCloseTo(75, within(1e-9));
        assertThat(uptime.incidents(DAY)).isEqualTo(1);
        assertThat(uptime.current()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void isDownWhileAnOutageLasts() {
        Uptime uptime = uptime(down(20, 19), downSince(6));

        assertThat(uptime.percent(DAY)).isCloseTo(100 - 700 / 24.0, within(1e-9));
        assertThat(uptime.current()).isZero();
        assertThat(uptime.incidents(DAY)).isEqualTo(2);
        assertThat(uptime.incidents(Duration.ofHours(10))).isEqualTo(1);
    }

    @Test
    void tellsOnlyOfTheTimeSinceRecordingBegan() {
        Uptime young = new Uptime(hoursAgo(2), List.of(down(1, 0.5)), NOW);

        assertThat(young.percent(Duration.ofDays(30))).isCloseTo(75, within(1e-9));
        assertThat(young.current()).isEqualTo(Duration.ofMinutes(30));
        assertThat(new Uptime(NOW, List.of(), NOW).percent(DAY)).isEqualTo(100);
    }
}
