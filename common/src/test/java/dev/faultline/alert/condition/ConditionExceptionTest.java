package dev.faultline.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.faultline.alert.condition.ConditionException.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionExceptionTest {

    private static final String WORDS =
            "error_count percent spike no_events new_group regression new_groups threshold"
                    + " time_window in by group source and or for recover below above keep min vs"
                    + " previous ago baseline factor z reaching increases decreases of { } ( ) , % >"
                    + " >= < = == != =~ level environment 5 0.5 5m 1h 10 min PT5M \"x\" 'error' tag.x \""
                    + " ' \\ ü \0 7d seconds";

    @Test
    void pointsAtThePlace() {
        ConditionException trouble = trouble("error_count > many in 5m", ConditionFields.NONE);

        assertThat(trouble)
                .hasMessage(
                        "condition, character 15: found 'many', but expected a number or threshold");
        assertThat(trouble.kind()).isEqualTo(Kind.SYNTAX);
        assertThat(trouble.place().position()).isEqualTo(14);
        assertThat(trouble.place().found()).isEqualTo("'many'");
        assertThat(trouble.place().expected()).isEqualTo("a number or threshold");
        assertThat(trouble.marked())
                .isEqualTo(
                        """
                        error_count > many in 5m
                                      ^^^^\
                        """);
    }

    @Test
    void pointsBehindATextThatEndsTooEarly() {
        ConditionException trouble = trouble("error_count > 5 in", ConditionFields.NONE);

        assertThat(trouble.place().found()).isEqualTo("end of the condition");
        assertThat(trouble.marked()).endsWith("\n" + " ".repeat(18) + "^");
    }

    @Test
    void showsOnlyWhatIsAroundThePlaceInALongText() {
        ConditionException trouble =
                trouble("error_count > 1 in 5m" + " ".repeat(900) + "?", ConditionFields.NONE);

        assertThat(trouble.marked().lines()).allMatch(line -> line.length() <= 121);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    `` | 1 | SYNTAX | expected a metric (error_count
                    errors > 5 in 5m | 1 | SYNTAX | expected a metric (error_count
                    error_count 5 in 5m | 13 | SYNTAX | a comparison, such as >
                    error_count > 5 | 16 | SYNTAX | in and a time, as in 5m
                    error_count > 5 in 5 | 21 | SYNTAX | a unit of time
                    error_count > 5 in 5 parsecs | 22 | SYNTAX | a unit of time
                    error_count > 5 in 1.5 h | 20 | SYNTAX | a time, such as 5m
                    error_count > -5 in 5m | 15 | SYNTAX | a word, a number or a symbol
                    error_count > 5 in 5m and | 26 | SYNTAX | a metric
                    error_count > 5 in 5m min 5 x | 29 | SYNTAX | and, or, for, recover, keep or the end
                    error_count > 5 in 5m keep 1m for 1m | 31 | SYNTAX | the end of the condition
                    (error_count > 5 in 5m | 23 | SYNTAX | and, or or )
                    (error_count > 5 in 5m for 1m) | 24 | SYNTAX | put them at its end
                    regression and regression or regression | 27 | SYNTAX | parentheses around
                    error_count{level} > 5 in 5m | 18 | SYNTAX | =, !=, =~ or in
                    error_count{colour="red"} > 5 in 5m | 13 | SYNTAX | a field: level, severity
                    error_count{source=web} > 5 in 5m | 20 | SYNTAX | a text in quotes
                    error_count{source="web} > 5 in 5m | 20 | SYNTAX | a closing " to this one
                    event_count{level="fatal"} > 5 in 5m | 19 | SYNTAX | severity tells fatal apart
                    error_count by colour > 5 in 5m | 16 | SYNTAX | one of group, source, environment
                    event_count increases 50% in 5m vs previous | 23 | SYNTAX | by, as in increases by 50%
                    error_count{message=~"*x*"} > 5 in 5m | 13 | UNSUPPORTED | filters by message are not supported yet; supported are level, severity, source, environment, group
                    error_count{tag.tenant="x"} > 5 in 5m | 13 | UNSUPPORTED | tag.tenant
                    error_count by release > 5 in 5m | 16 | UNSUPPORTED | by release is not supported yet
                    affected_users > 5 in 5m | 1 | UNSUPPORTED | affected_users is not supported yet; supported are error_count
                    ignored_again | 1 | UNSUPPORTED | new_group, regression, reopened
                    error_count > 5 in 5s | 20 | LIMIT | a window must be 10s to 30d, but is 5s
                    error_count > 5 in 31d | 20 | LIMIT | longer than 30 days
                    error_count > 5 in 301s | 1 | LIMIT | multiples of 5s
                    error_count > 5 in 99999999999999999999s | 20 | LIMIT | a number must be
                    error_count > 0.0001 in 5m | 15 | LIMIT | at most 3 decimals
                    error_count > 5 in 5m for 2d | 27 | LIMIT | for must be at most 1d
                    error_count > 5 in 5m recover below 6 | 37 | LIMIT | not be above the threshold
                    error_count > 5 in 5m recover above 6 | 23 | LIMIT | recover above goes with <
                    error_count = 5 in 5m recover below 4 | 23 | LIMIT | recover below goes with >
                    no_events in 5m recover below 4 | 17 | LIMIT | one single test
                    error_count{level="info"} > 5 in 5m | 1 | LIMIT | use event_count
                    percent{level="info"} > 101 in 5m | 1 | LIMIT | 0 to 100
                    error_count > 5 in 5m and regression | 27 | LIMIT | the same by
                    new_groups by group > 5 in 5m | 1 | LIMIT | new_group fires for each
                    spike(error_count) in 10h | 1 | LIMIT | needs 6 to 2880
                    event_count increases by 5% in 1h vs 5m ago | 1 | LIMIT | overlap
                    new_group reaching 0 in 5m | 1 | LIMIT | one event at least
                    error_count > threshold in 5m | 15 | CONFLICT | the field threshold is missing
                    error_count > 5 in time_window | 20 | CONFLICT | the field time_window is missing
                    """)
    void saysWhatIsWrong(String text, int character, Kind kind, String sentence) {
        ConditionException trouble = trouble(text, ConditionFields.NONE);

        assertThat(trouble).hasMessageStartingWith("condition, character %d: ", character);
        assertThat(trouble).hasMessageContaining(sentence);
        assertThat(trouble.kind()).isEqualTo(kind);
    }

    @Test
    void refusesFieldsThatContradictLiterals() {
        var sixty = new ConditionFields(BigDecimal.valueOf(60), null);
        var tenMinutes = new ConditionFields(null, Duration.ofMinutes(10));

        assertThat(trouble("error_count > 50 in 5m", sixty))
                .hasMessage(
                        "condition, character 15: the condition says 50, but the field threshold says"
                                + " 60: make them the same, or write threshold in the condition");
        assertThat(trouble("error_count > 50 in 5m", tenMinutes).kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void holdsEveryLimitOfSize() {
        String test = "error_count{source in (\"a\")} > 1 in 5m";
        String five = String.join(" or ", test, test, test, test, test);
        String list = String.join(",", Collections.nCopies(21, "\"a\""));
        String filters = String.join(",", Collections.nCopies(32, "source=\"a\""));

        assertThat(trouble(five, ConditionFields.NONE)).hasMessageContaining("at most 4 tests");
        assertThat(trouble("no_events{source in (" + list + ")} in 5m", ConditionFields.NONE))
                .hasMessageContaining("at most 20 literals");
        assertThat(trouble("no_events{" + filters + "} in 5m", ConditionFields.NONE))
                .hasMessageContaining("at most 32 tests, filters");
        assertThat(trouble("(".repeat(1_000), ConditionFields.NONE))
                .hasMessageContaining("at most 8 deep");
        assertThat(
                        trouble(
                                "no_events{source=\"" + "x".repeat(201) + "\"} in 5m",
                                ConditionFields.NONE))
                .hasMessageContaining("at most 200 characters");
        assertThat(trouble(" ".repeat(2_001), ConditionFields.NONE))
                .hasMessageContaining("at most 2000 characters");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void saysOnlyThisOfWhateverCantBeRead(long seed) {
        var random = new SplittableRandom(seed);
        String[] words = WORDS.split(" ", -1);
        Set<String> marked = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                text.append(words[random.nextInt(words.length)])
                        .append(random.nextInt(4) == 0 ? "" : " ");
            }
            try {
                AlertCondition.parse(text.toString(), RandomConditions.FIELDS);
            } catch (ConditionException e) {
                marked.add(e.marked());
            }
        }
        assertThat(marked).isNotEmpty().allMatch(lines -> lines.endsWith("^"));
    }

    private static ConditionException trouble(String text, ConditionFields fields) {
        return catchThrowableOfType(
                ConditionException.class, () -> AlertCondition.parse(text, fields));
    }
}
