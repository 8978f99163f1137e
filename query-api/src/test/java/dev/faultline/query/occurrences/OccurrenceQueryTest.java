package dev.faultline.query.occurrences;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.faultline.group.RawPosition;
import dev.faultline.web.ApiException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OccurrenceQueryTest {

    @Test
    void takesFiftyFromTheNewestIfNothingIsSaid() {
        assertThat(OccurrenceQuery.parse(null, null)).isEqualTo(new OccurrenceQuery(50, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 99, 100})
    void takesALimit(int limit) {
        assertThat(OccurrenceQuery.parse("" + limit, null).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "+1", "01", "101", "1000", "x", "1 ", "1.0"})
    void refusesAnotherLimit(String limit) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> OccurrenceQuery.parse(limit, null))
                .withMessage("limit must be a number from 1 to 100");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00.123Z, 0, 0",
        "1970-01-01T00:00:00Z, 7, 9223372036854775",
        "2999-12-31T23:59:59.999Z, 2047, 1"
    })
    void goesOnWhereAPageEnded(Instant appended, int lane, long offset) {
        var cursor = new OccurrenceCursor(appended, new RawPosition(lane, offset));

        assertThat(OccurrenceQuery.parse(null, cursor.text()).before()).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2",
                "1.2.3.4",
                "-1.2.3",
                "1.-2.3",
                "a.b.c",
                "1.9999999999.3",
                "1.2.9999999999999999999",
                "9999999999999999.2.3",
                "\u0661.2.3"
            })
    void refusesAnotherCursor(String plain) {
        String before =
                Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> OccurrenceQuery.parse(null, before))
                .withMessage("before must be next of the page before");
    }

    @Test
    void refusesWhatIsNoTextOfOurs() {
        for (String before : new String[] {"?", "é", "a".repeat(81), "A\0"}) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> OccurrenceQuery.parse(null, before));
        }
    }
}
