package dev.faultline.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2026-03-01T00:00:00Z, 2026-03-02",
        "1, 2026-03-01T23:59:59.999Z, 2026-03-02",
        "30, 2026-03-01T12:00:00Z, 2026-03-31",
        "60, 2026-03-01T12:00:00Z, 2026-04-30",
        // Beyond 60 days, the next Monday.
        "61, 2026-03-01T12:00:00Z, 2026-05-04",
        "64, 2026-03-01T12:00:00Z, 2026-05-04",
        "65, 2026-03-01T12:00:00Z, 2026-05-11",
        "365, 2026-03-01T12:00:00Z, 2027-03-01",
        "365, 2026-03-02T12:00:00Z, 2027-03-08"
    })
    void expiresOnALaterDay(int days, Instant appended, LocalDate expires) {
        assertThat(new RetentionSettings(days, 3_650).expiresOn(appended)).isEqualTo(expires);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30, 60, 61, 90, 180, 365})
    void isNeverFreedBeforeItsDaysAreOver(int days) {
        RetentionSettings settings = new RetentionSettings(days, 3_650);
        Instant first = Instant.parse("2026-01-01T00:00:00Z");

        for (int hour = 0; hour < 24 * 14; hour++) {
            Instant appended = first.plusSeconds(3_600L * hour);
            Instant freed =
                    settings.expiresOn(appended)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();

            assertThat(freed).isAfter(appended.plusSeconds(86_400L * days));
            assertThat(freed).isBeforeOrEqualTo(appended.plusSeconds(86_400L * (days + 7)));
        }
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionSettings(0, 1))
                .withMessage("occurrence_days must be a whole number from 1 to 365");
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionSettings(366, 3_650));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionSettings(1, 3_651));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionSettings(30, 29))
                .withMessage(
                        "group_days must not be less than occurrence_days, 30: what is kept of a group goes with it");
    }
}
