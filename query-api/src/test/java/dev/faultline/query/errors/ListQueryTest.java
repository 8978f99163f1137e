package dev.faultline.query.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.event.Level;
import dev.faultline.event.Severity;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {

    @Test
    void hasDefaults() {
        assertThat(ListQuery.parse(null, null, null, null))
                .isEqualTo(new ListQuery(50, 0, null, null, null));
        assertThat(ListQuery.parse(null, null, "", ""))
                .isEqualTo(ListQuery.parse(null, null, null, null));
    }

    @Test
    void readsEveryParameter() {
        assertThat(ListQuery.parse("100", "9000000000", "warning", "api"))
                .isEqualTo(new ListQuery(100, 9_000_000_000L, Level.WARNING, null, "api"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fatal", "critical"})
    void readsFatalAsASeverity(String level) {
        ListQuery query = ListQuery.parse(null, null, level, null);

        assertThat(query.level()).isEqualTo(Level.ERROR);
        assertThat(query.severity()).isEqualTo(Severity.FATAL);
    }

    @Test
    void readsErrorAsALevelThatHoldsFatalOnesToo() {
        ListQuery query = ListQuery.parse(null, null, "error", null);

        assertThat(query.level()).isEqualTo(Level.ERROR);
        assertThat(query.severity()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "101", "1.5", "ten", " 5", "99999999999999999999"})
    void refusesALimitOutOfRange(String limit) {
        assertInvalid(() -> ListQuery.parse(limit, null, null, null), "limit must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "99999999999999999999"})
    void refusesANegativeOffset(String offset) {
        assertInvalid(() -> ListQuery.parse(null, offset, null, null), "offset must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Error", "loud", "error,warning"})
    void refusesAnUnknownLevel(String level) {
        assertInvalid(() -> ListQuery.parse(null, null, level, null), "level must be one of");
    }

    @Test
    void refusesASourceThatPostgresCantHold() {
        assertInvalid(() -> ListQuery.parse(null, null, null, "a\0"), "source must not");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "49, 1", "50, 2", "100, 3"})
    void countsPagesFromOne(String offset, long page) {
        assertThat(ListQuery.parse("50", offset, null, null).page()).isEqualTo(page);
    }

    @Test
    void hasADistinctCacheKeyForEachQuestion() {
        assertThat(
                        Stream.of(
                                        ListQuery.parse(null, null, null, null),
                                        ListQuery.parse("5", "0", null, null),
                                        ListQuery.parse("50", "5", null, null),
                                        ListQuery.parse(null, null, "error", null),
                                        ListQuery.parse(null, null, "fatal", null),
                                        ListQuery.parse(null, null, null, "null"),
                                        ListQuery.parse(null, null, null, "=|"))
                                .map(ListQuery::cacheKey))
                .doesNotHaveDuplicates();
    }

    private static void assertInvalid(Runnable parse, String sentence) {
        assertThatThrownBy(parse::run)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID_REQUEST))
                .hasMessageStartingWith(sentence);
    }
}
