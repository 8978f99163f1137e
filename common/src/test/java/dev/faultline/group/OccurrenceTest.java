package dev.faultline.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrenceTest {

    @Test
    void keepsTheWholePayload() {
        Occurrence occurrence =
                Occurrence.whole(Samples.FACT, Samples.EVENT, event("Boom"), Samples.EXPIRES);

        assertThat(occurrence)
                .isEqualTo(
                        new Occurrence(
                                Samples.SHOP,
                                Samples.GROUP,
                                Samples.EVENT,
                                Samples.HAPPENED,
                                Samples.APPENDED,
                                Samples.POSITION,
                                "Boom",
                                "at a.B.c(B.java:1)",
                                Map.of("user", 7),
                                "https://example.com",
                                "Mozilla/5.0",
                                "192.0.2.1",
                                List.of(),
                                Map.of(),
                                false,
                                Severity.ERROR,
                                "shop",
                                "production",
                                Samples.EXPIRES));
    }

    @Test
    void keepsTheMessageAloneOverBudget() {
        Occurrence occurrence =
                Occurrence.cut(Samples.FACT, Samples.EVENT, event("Boom"), Samples.EXPIRES);

        assertThat(occurrence)
                .isEqualTo(
                        new Occurrence(
                                Samples.SHOP,
                                Samples.GROUP,
                                Samples.EVENT,
                                Samples.HAPPENED,
                                Samples.APPENDED,
                                Samples.POSITION,
                                "Boom",
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                Map.of(),
                                true,
                                Severity.ERROR,
                                "shop",
                                "production",
                                Samples.EXPIRES));
    }

    @ParameterizedTest
    @CsvSource({
        "x, 1, 1",
        "x, 500, 500",
        "x, 501, 500",
        "😀, 1, 2",
        "😀, 250, 500",
        "😀, 300, 500"
    })
    void cutsTheMessageAtItsBound(String piece, int times, int length) {
        String message = piece.repeat(times);

        assertThat(
                        Occurrence.cut(Samples.FACT, Samples.EVENT, event(message), Samples.EXPIRES)
                                .message())
                .isEqualTo(message.substring(0, length));
    }

    @Test
    void neverCutsASurrogatePairInHalf() {
        String message = "x" + "😀".repeat(300);

        assertThat(
                        Occurrence.cut(Samples.FACT, Samples.EVENT, event(message), Samples.EXPIRES)
                                .message())
                .isEqualTo("x" + "😀".repeat(249));
    }

    static ErrorEvent event(String message) {
        return new ErrorEvent(
                Samples.EVENT,
                null,
                Severity.ERROR,
                message,
                "at a.B.c(B.java:1)",
                Map.of("user", 7),
                List.of(),
                "shop",
                "production",
                "https://example.com",
                "Mozilla/5.0",
                "192.0.2.1");
    }
}
