package dev.faultline.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.event.EventLimits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountSpanTest {

    /// Stores of running installations hold these numbers.
    @ParameterizedTest
    @CsvSource({"0, MINUTE", "1, QUARTER_HOUR", "2, HOUR", "3, DAY"})
    void hasACodeThatNeverChanges(byte code, CountSpan span) {
        assertThat(span.code()).isEqualTo(code);
        assertThat(CountSpan.ofCode(code)).isEqualTo(span);
        assertThatThrownBy(() -> CountSpan.ofCode((byte) 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MINUTE, 2026-03-01T12:34:56.789Z, 2026-03-01T12:34:00Z",
        "QUARTER_HOUR, 2026-03-01T12:34:56.789Z, 2026-03-01T12:30:00Z",
        "QUARTER_HOUR, 2026-03-01T12:45:00Z, 2026-03-01T12:45:00Z",
        "HOUR, 2026-03-01T12:34:56.789Z, 2026-03-01T12:00:00Z",
        "DAY, 2026-03-01T23:59:59.999Z, 2026-03-01T00:00:00Z",
        "DAY, 1969-12-31T23:59:59.999Z, 1969-12-31T00:00:00Z"
    })
    void beginsAtAMultipleOfItsLength(CountSpan span, Instant moment, Instant start) {
        assertThat(span.startOf(moment)).isEqualTo(start);
    }

    @Test
    void keepsACellOpenUntilItsEndIsAsOldAsItMayBe() {
        Instant now = Instant.parse("2026-03-10T12:34:00Z");

        assertThat(CountSpan.MINUTE.firstOpen(now)).isEqualTo("2026-03-09T10:34:00Z");
        assertThat(CountSpan.MINUTE.firstOpen(now.minusSeconds(1)))
                .isEqualTo("2026-03-09T10:33:00Z");
    }

    @Test
    void coversEveryEventThatCanBe() {
        Duration inTheRawTopic = Duration.ofDays(7);

        assertThat(CountSpan.QUARTER_HOUR.kept())
                .isGreaterThan(EventLimits.MAX_AGE.plus(inTheRawTopic));
        assertThat(CountSpan.HOUR.kept()).isEqualTo(CountSpan.QUARTER_HOUR.kept());
        assertThat(CountSpan.DAY.kept()).isEqualTo(CountSpan.QUARTER_HOUR.kept());
    }
}
