package dev.faultline.alerting.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleRequestTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String RULE = "'name': 'High', 'condition': 'error_count > 50 in 5m'";

    private static RuleRequest read(String fields) {
        return RuleRequest.read(
                new JsonFields("", Json.strict().readTree(("{" + fields + "}").replace('\'', '"'))),
                NOW);
    }

    @Test
    void takesARuleWithPlaceholders() {
        RuleRequest rule =
                read(
                        "'name': 'High Error Rate', 'condition': 'error_count > threshold in time_window', 'threshold': 50, 'time_window': '5m', 'notifications': ['email', 'slack'], 'enabled': true");

        assertThat(rule.condition()).isEqualTo("error_count > threshold in time_window");
        assertThat(rule.threshold()).isEqualTo(new BigDecimal("50"));
        assertThat(rule.timeWindow()).isEqualTo("5m");
        assertThat(rule.notifications()).containsExactly("email", "slack");
        assertThat(rule.enabled()).isTrue();
    }

    @Test
    void derivesWhatStandsInTheCondition() {
        RuleRequest rule =
                read("'name': 'High', 'condition': 'error_count > 50.50 in 5 minutes for 1m'");

        assertThat(rule.threshold()).isEqualTo(new BigDecimal("50.5"));
        assertThat(rule.timeWindow()).isEqualTo("5m");
        assertThat(rule.enabled()).isTrue();
        assertThat(rule.notifications()).isEmpty();
        assertThat(rule.severity()).isEqualTo(AlertSeverity.HIGH);
        assertThat(rule.repeatInterval()).isNull();
        assertThat(rule.notifyResolved()).isTrue();
        assertThat(rule.labels()).isEmpty();
        assertThat(rule.runbookUrl()).isNull();
        assertThat(rule.effectiveFrom()).isNull();
    }

    @Test
    void keepsAWindowAsItIsWritten() {
        assertThat(read(RULE + ", 'time_window': 'PT5M', 'threshold': 50.0").timeWindow())
                .isEqualTo("PT5M");
    }

    @Test
    void hasNoThresholdWhereTheConditionHasNone() {
        RuleRequest rule = read("'name': 'Back', 'condition': 'regression'");

        assertThat(rule.threshold()).isNull();
        assertThat(rule.timeWindow()).isNull();
    }

    @Test
    void takesAllFields() {
        RuleRequest rule =
                read(
                        RULE
                                + ", 'enabled': false, 'severity': 'low', 'repeat_interval': '4 hours', 'notify_resolved': false, 'labels': {'team': 'payments', 'a.b-c': 'x'}, 'runbook_url': 'https://wiki.example.com/a?b#c', 'effective_from': '2026-01-01T14:00:00+01:00', 'notifications': 'sms'");

        assertThat(rule.enabled()).isFalse();
        assertThat(rule.severity()).isEqualTo(AlertSeverity.LOW);
        assertThat(rule.repeatInterval()).isEqualTo(Duration.ofHours(4));
        assertThat(rule.notifyResolved()).isFalse();
        assertThat(rule.labels()).containsEntry("team", "payments").hasSize(2);
        assertThat(rule.runbookUrl()).isEqualTo("https://wiki.example.com/a?b#c");
        assertThat(rule.effectiveFrom()).isEqualTo(NOW.plusSeconds(3_600));
        assertThat(rule.notifications()).containsExactly("sms");
    }

    @Test
    void namesEachChannelOnce() {
        assertThat(read(RULE + ", 'notifications': ['email', 'sms', 'email']").notifications())
                .containsExactly("email", "sms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'condition': 'regression' | name is required",
                "'name': 'x' | condition is required",
                "'name': null, 'condition': 'regression' | name is required",
                "'name': 5, 'condition': 'regression' | name must be a string",
                "'name': ' ', 'condition': 'regression' | name must be one line of 1 to 200 characters",
                "'name': 'a\\nb', 'condition': 'regression' | name must be one line",
                "'name': 'x', 'condition': ['regression'] | condition must be a string",
                "RULE, 'channels': [] | channels is unknown: known are condition, effective_from,",
                "RULE, 'threshold': '50' | threshold must be a number from 0 to 1000000000 with at most 3 decimals",
                "RULE, 'threshold': -1 | threshold must be a number",
                "RULE, 'threshold': 1e10 | threshold must be a number",
                "RULE, 'threshold': 1e999999999 | threshold must be a number",
                "RULE, 'threshold': 1e-300 | threshold must be a number",
                "RULE, 'threshold': 0.0001 | threshold must be a number",
                "RULE, 'time_window': 5 | time_window must be a string",
                "RULE, 'time_window': '5 parsecs' | time_window must be a time of at most 30 days",
                "RULE, 'time_window': '31d' | time_window must be a time of at most 30 days",
                "RULE, 'enabled': 'yes' | enabled must be true or false",
                "RULE, 'notifications': ['pager'] | notifications can't hold 'pager': known are email, slack, webhook, sms",
                "RULE, 'notifications': [1] | notifications[0] must be a string",
                "RULE, 'severity': 'bad' | severity must be one of low, medium, high, critical",
                "RULE, 'repeat_interval': '59s' | repeat_interval must be a time from 1m to 7d",
                "RULE, 'repeat_interval': '8d' | repeat_interval must be a time from 1m to 7d",
                "RULE, 'notify_resolved': 1 | notify_resolved must be true or false",
                "RULE, 'labels': [] | labels must be an object",
                "RULE, 'labels': {'1a': 'x'} | labels must have names of 1 to 64",
                "RULE, 'labels': {'a': null} | labels.a is required",
                "RULE, 'labels': {'a': ''} | labels.a must be one line of 1 to 200",
                "RULE, 'runbook_url': 'javascript:alert(1)' | runbook_url must be an http or https URL",
                "RULE, 'runbook_url': 'https:' | runbook_url must be an http or https URL",
                "RULE, 'runbook_url': 'not a url' | runbook_url must be an http or https URL",
                "RULE, 'effective_from': 'yesterday' | effective_from must be a time such as",
                "RULE, 'effective_from': '2027-01-02T00:00:00Z' | effective_from must be between",
                "RULE, 'effective_from': '1969-01-02T00:00:00Z' | effective_from must be between"
            })
    void saysWhichFieldIsWrong(String fields, String sentence) {
        assertThatThrownBy(() -> read(fields.replace("RULE", RULE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void refusesTooManyLabels() {
        String labels =
                IntStream.rangeClosed(0, 20)
                        .mapToObj("'l%d': 'x'"::formatted)
                        .collect(Collectors.joining(","));

        assertThatThrownBy(() -> read(RULE + ", 'labels': {" + labels + "}"))
                .hasMessage("labels must be at most 20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'threshold': 40",
                "'time_window': '10m'",
                "'threshold': 50, 'time_window': '301s'"
            })
    void refusesFieldsThatContradictTheCondition(String fields) {
        assertThatThrownBy(() -> read(RULE + ", " + fields))
                .isInstanceOfSatisfying(
                        ConditionException.class,
                        e -> assertThat(e.kind()).isEqualTo(ConditionException.Kind.CONFLICT));
    }
}
