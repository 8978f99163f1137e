package dev.faultline.alert.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionFields;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.alert.series.Moment.Kind;
import dev.faultline.event.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTestRunTest {

    private static final Instant NOON = Instant.parse("2025-11-25T12:00:00Z");
    private static final Facets ERRORS =
            new Facets(Signal.EVENTS, Severity.ERROR, "web", "production");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    error_count > 50 in 5m | 0x10 60 0x300 | fired@10s resolved@370s
                    error_count > 50 in 5m | 0x10 50 0x300 |
                    error_count > 50 in 5m for 2m | 0x10 60 0x300 | fired@130s resolved@370s
                    error_count > 50 in 5m for 5m | 0x10 60 0x300 |
                    error_count > 50 in 5m keep 0s | 60 0x300 60 0x300 | fired@0s resolved@301s fired@301s resolved@602s
                    error_count > 50 in 5m keep 2s | 60 0x300 60 0x300 | fired@0s resolved@603s
                    error_count > 5 in 10s recover below 2 keep 0s | 6 0x9 1x4 0x60 | fired@0s resolved@11s
                    error_count > 5 in 10s recover below 2 keep 0s | 6 0x8 1x4 0x60 | fired@0s resolved@22s
                    rate_per_minute > 20 in 1m | 1x20 2 0x60 | fired@20s resolved@121s
                    event_count increases by 300% in 10s vs previous min 20 keep 0s | 1x10 4x10 0x60 | fired@19s resolved@21s
                    no_events in 10s keep 0s | 1 0x20 1 | fired@11s resolved@22s fired@32s
                    percent{level="error"} > 20 in 10s keep 0s | 0x5 1 0x30 | fired@6s resolved@16s
                    """)
    void makesOfWrittenSeriesWhatTheRuleSays(String condition, String series, String expected) {
        RuleTestResult result = RuleTestRun.run(test(condition, series, List.of()));

        String actual = String.join(" ", result.actual().stream().map(Moment::text).toList());
        assertThat(actual).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void comparesWithWhatIsExpected() {
        var fired = new Moment("", Kind.FIRED, Duration.ofSeconds(10));
        var tooEarly = new Moment("", Kind.RESOLVED, Duration.ofMinutes(5));

        RuleTestResult result =
                RuleTestRun.run(
                        test("error_count > 50 in 5m", "0x10 60 0x300", List.of(fired, tooEarly)));

        assertThat(result.passed()).isFalse();
        assertThat(result.diff())
                .isEqualTo(
                        """
                          fired@10s
                        - resolved@5m
                        + resolved@370s
                        """);
    }

    @Test
    void passesWhenEverythingIsAsExpected() {
        var fired = new Moment("web", Kind.FIRED, Duration.ofSeconds(10));
        var resolved = new Moment("web", Kind.RESOLVED, Duration.ofSeconds(370));

        RuleTestResult result =
                RuleTestRun.run(
                        test(
                                "error_count by source > 50 in 5m",
                                "0x10 60 0x300",
                                List.of(resolved, fired)));

        assertThat(result.passed()).as(result.diff()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7 | 7
                    0x3 5 | 0,0,0,5
                    1+2x3 | 1,3,5
                    5-2x4 | 5,3,1,0
                    _ _x2 4 | 0,0,0,4
                    """)
    void readsSeries(String written, String counts) {
        assertThat(CountSeries.parse(ERRORS, null, written).counts())
                .containsExactly(
                        List.of(counts.split(",", -1)).stream()
                                .map(Long::valueOf)
                                .toArray(Long[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-1",
                "1x",
                "1+2",
                "5x9999999",
                "1x100001",
                "1.5",
                "1x60000 1x60000"
            })
    void refusesWhatIsNoSeries(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountSeries.parse(ERRORS, null, written))
                .withMessageStartingWith("a series ");
    }

    private static RuleTest test(String condition, String series, List<Moment> expected) {
        return new RuleTest(
                "a test",
                AlertCondition.parse(condition, ConditionFields.NONE),
                NOON,
                Duration.ofSeconds(1),
                Duration.ZERO,
                List.of(CountSeries.parse(ERRORS, null, series)),
                expected);
    }
}
