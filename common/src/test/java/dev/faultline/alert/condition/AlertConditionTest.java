package dev.faultline.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.condition.Filter.How;
import dev.faultline.alert.condition.Filter.Matcher;
import dev.faultline.alert.condition.MetricTest.Change;
import dev.faultline.alert.condition.MetricTest.Count;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertConditionTest {

    private static final ConditionFields FIVE_IN_FIVE =
            new ConditionFields(BigDecimal.valueOf(50), Duration.ofMinutes(5));

    @Test
    void fillsPlaceholdersFromTheFields() {
        AlertCondition condition =
                AlertCondition.parse("error_count > threshold in time_window", FIVE_IN_FIVE);

        assertThat(condition.expression())
                .isEqualTo(
                        new Count(
                                Metric.ERROR_COUNT,
                                Filter.ALL,
                                null,
                                Relation.GREATER,
                                new Threshold(BigDecimal.valueOf(50), true),
                                new Window(Duration.ofMinutes(5), true),
                                0));
        assertThat(condition.text()).isEqualTo("error_count > threshold in time_window");
    }

    @Test
    void takesLiteralsThatTheFieldsRepeat() {
        var fields = new ConditionFields(new BigDecimal("50.0"), Duration.ofMinutes(5));

        AlertCondition condition = AlertCondition.parse("error_count > 50 in 5 minutes", fields);

        assertThat(condition.threshold()).contains(BigDecimal.valueOf(50));
        assertThat(condition.timeWindow()).contains(Duration.ofMinutes(5));
    }

    @Test
    void derivesFieldsFromLiterals() {
        AlertCondition condition =
                AlertCondition.parse("error_count > 50 in 5 minutes", ConditionFields.NONE);

        assertThat(condition.threshold()).contains(BigDecimal.valueOf(50));
        assertThat(condition.timeWindow()).contains(Duration.ofMinutes(5));
    }

    @Test
    void leavesFieldsAloneThatTheConditionHasNoUseFor() {
        AlertCondition condition = AlertCondition.parse("regression", FIVE_IN_FIVE);

        assertThat(condition.threshold()).isEmpty();
        assertThat(condition.timeWindow()).isEmpty();
    }

    @Test
    void letsAPlaceholderSayWhatTheFieldIsWhereOtherTestsHaveLiterals() {
        AlertCondition condition =
                AlertCondition.parse(
                        "event_count > 7 in 5m and error_count > threshold in 1h", FIVE_IN_FIVE);

        assertThat(condition.threshold()).contains(BigDecimal.valueOf(50));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    error_count{environment="production"} by group > 50 in 5m recover below 20 keep 5m | error_count{environment="production"} by group > 50 in 5m recover below 20 keep 5m
                    rate_per_minute > 20 in 10 minutes for 2m | rate_per_minute > 20 in 10m for 2m
                    event_count increases by 300% in 10m vs previous min 20 | event_count increases by 300% in 10m vs previous min 20
                    event_count increases by 50% in 1h vs 7d ago min 100 | event_count increases by 50% in 1h vs 7d ago min 100
                    spike(error_count by group) in 5m baseline 24h factor 5 min 20 | spike(error_count by group) in 5m baseline 1d factor 5 z 3.5 min 20
                    new_group{level="error"} reaching 10 in 10m | new_group{level="error"} reaching 10 in 10m
                    regression | regression
                    percent{level="error"} > 20 in 5m min 100 | percent{level="error"} > 20% in 5m min 100
                    no_events{source="payments"} in 15m | no_events{source="payments"} in 15m
                    new_groups > 10 in 10m | new_groups > 10 in 10m
                    ERROR_COUNT>50 IN PT5M | error_count > 50 in 5m
                    (error_count == 7 in 90 sec) | error_count = 7 in 90s
                    event_count decreases by 90 % in 10 min vs previous 1 hour min 20 | event_count decreases by 90% in 10m vs previous 1h min 20
                    error_count > 1 in 1m and (no_events in 5m or event_count < 10 in 5 min min 3) for 1m | error_count > 1 in 1m and (no_events in 5m or event_count < 10 in 5m min 3) for 1m
                    percent{severity='fatal'} of {level="error", source in ('web',"a\\"b")} by source >= 12.50% in 1h | percent{severity="fatal"} of {level="error", source in ("web", "a\\"b")} by source >= 12.5% in 1h
                    error_count{fingerprint="abc", source=~"api-*", environment!="test"} > 0 in 1 day | error_count{group="abc", source=~"api-*", environment!="test"} > 0 in 1d
                    spike(event_count) in PT1H | spike(event_count) in 1h baseline 1d factor 3 z 3.5
                    """)
    void hasOneSpelling(String written, String canonical) {
        AlertCondition condition = AlertCondition.parse(written, ConditionFields.NONE);

        assertThat(condition.text()).isEqualTo(canonical);
        assertThat(AlertCondition.parse(canonical, ConditionFields.NONE)).isEqualTo(condition);
    }

    @ParameterizedTest
    @CsvSource({
        "10s, 1m", "5m, 1m", "10m, 2m", "1h, 12m",
    })
    void keepsAFifthOfTheWindowAndAtLeastAMinute(String window, String keep) {
        AlertCondition condition =
                AlertCondition.parse("error_count > 1 in " + window, ConditionFields.NONE);

        assertThat(TimeSpan.text(condition.effectiveKeep())).isEqualTo(keep);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    error_count > 1 in 5m | 1s
                    error_count > 1 in 10m | 5s
                    error_count > 1 in 31m | 1m
                    error_count > 1 in 25h | 15m
                    error_count increases by 10% in 5m vs previous | 5s
                    error_count increases by 10% in 10m vs 7d ago | 1m
                    error_count by source increases by 10% in 15m vs 7d ago | 15m
                    error_count increases by 10% in 1h vs 14d ago | 15m
                    spike(error_count) in 5m baseline 7d | 1s
                    new_group | 1s
                    """)
    void tellsTimeAsFinelyAsItLooksBack(String text, String bucket) {
        AlertCondition condition = AlertCondition.parse(text, ConditionFields.NONE);

        assertThat(TimeSpan.text(condition.tests().getFirst().bucket())).isEqualTo(bucket);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    regression | true
                    error_count by group > 1 in 5m | true
                    percent{level="error"} of {group="abc"} > 1 in 5m | true
                    error_count by source > 1 in 5m | false
                    new_groups > 1 in 5m | false
                    """)
    void tellsWhetherGroupsMustBeCountedByThemselves(String text, boolean needed) {
        assertThat(AlertCondition.parse(text, ConditionFields.NONE).needsGroups())
                .isEqualTo(needed);
    }

    @Test
    void readsFiltersAndReferences() {
        AlertCondition condition =
                AlertCondition.parse(
                        "warning_count{source in (\"a\", \"b\")} by environment increases by 50% in"
                                + " 30m vs 1d ago",
                        ConditionFields.NONE);

        assertThat(condition.expression())
                .isInstanceOfSatisfying(
                        Change.class,
                        change -> {
                            assertThat(change.filter().matchers())
                                    .containsExactly(
                                            new Matcher(Field.SOURCE, How.IN, List.of("a", "b")));
                            assertThat(change.reference())
                                    .isEqualTo(new Reference.Ago(Duration.ofDays(1)));
                            assertThat(change.by()).isEqualTo(Dimension.ENVIRONMENT);
                            assertThat(change.bucket()).isEqualTo(Duration.ofMinutes(15));
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void readsBackWhatItPrints(int seed) {
        IntStream.range(0, 200)
                .forEach(i -> {
                    AlertCondition condition = new RandomConditions(seed * 1_000L + i).condition();
                    assertThat(AlertCondition.parse(condition.text(), fields(condition)))
                            .as("seed %d", seed * 1_000L + i)
                            .isEqualTo(condition);
                });
    }

    private static ConditionFields fields(AlertCondition condition) {
        return new ConditionFields(
                condition.threshold().orElse(null), condition.timeWindow().orElse(null));
    }
}
