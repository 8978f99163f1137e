package dev.faultline.alerting.silences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceRequestTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID RULE = UUID.fromString("0198f6a2-5d5c-7c3e-9a41-2f6d1f0b8a11");
    private static final AlertTraits ALERT =
            new AlertTraits(
                    RULE, "checkout", AlertSeverity.HIGH, Map.of("team", "payments", "area", "eu"));

    private static SilenceRequest read(String json) {
        return SilenceRequest.read(
                new JsonFields("", Json.strict().readTree(json.replace('\'', '"'))), NOW);
    }

    private static SilenceRequest matching(String matchers) {
        return read("{'ends_at': '2026-03-01T13:00:00Z', 'matchers': %s}".formatted(matchers));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | true",
                "{'rule_id': '0198f6a2-5d5c-7c3e-9a41-2f6d1f0b8a11'} | true",
                "{'rule_id': '0198f6a2-5d5c-7c3e-9a41-2f6d1f0b8a12'} | false",
                "{'key': 'checkout'} | true",
                "{'key': ''} | false",
                "{'key': 'Checkout'} | false",
                "{'severity': 'high'} | true",
                "{'severity': 'critical'} | false",
                "{'labels': {'team': 'payments'}} | true",
                "{'labels': {'team': 'payments', 'area': 'eu'}} | true",
                "{'labels': {'team': 'payments', 'area': 'us'}} | false",
                "{'labels': {'tier': '1'}} | false",
                "{'key': 'checkout', 'severity': 'low'} | false"
            })
    void fitsWhatIsLikeAllItsMatchers(String matchers, boolean fits) {
        assertThat(matching(matchers).matchers().fit(ALERT)).isEqualTo(fits);
    }

    @Test
    void standsInTheDatabaseAsItWasGiven() {
        Matchers matchers =
                matching(
                                "{'rule_id': '%s', 'key': '', 'severity': 'low', 'labels': {'a': 'b'}}"
                                        .formatted(RULE))
                        .matchers();

        assertThat(SilenceStore.matchers(Json.mapper().writeValueAsString(matchers)))
                .isEqualTo(matchers);
    }

    @Test
    void endsWithinThirtyDays() {
        assertThat(matching("{}").endsAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(read("{'ends_at': '2026-03-31T14:00:00+02:00', 'matchers': {}}").endsAt())
                .isEqualTo(NOW.plus(Duration.ofDays(30)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'matchers': {}} | ends_at is required",
                "{'ends_at': 'soon', 'matchers': {}} | ends_at must be a time",
                "{'ends_at': '2026-03-01T12:00:00Z', 'matchers': {}} | ends_at must be in the future",
                "{'ends_at': '2026-03-31T12:00:01Z', 'matchers': {}} | ends_at must be in the future, and at most 30 days",
                "{'ends_at': '2026-03-01T13:00:00Z'} | matchers is required",
                "{'ends_at': '2026-03-01T13:00:00Z', 'matchers': []} | matchers must be an object",
                "{'ends_at': '2026-03-01T13:00:00Z', 'matchers': {'rule': 1}} | matchers.rule is unknown",
                "{'ends_at': '2026-03-01T13:00:00Z', 'matchers': {'rule_id': '1'}} | matchers.rule_id must be a UUID",
                "{'ends_at': '2026-03-01T13:00:00Z', 'matchers': {'severity': 'x'}} | matchers.severity must be one of",
                "{'ends_at': '2026-03-01T13:00:00Z', 'matchers': {'labels': {'a': 1}}} | matchers.labels.a must be a string",
                "{'ends_at': '2026-03-01T13:00:00Z', 'matchers': {}, 'x': 1} | x is unknown"
            })
    void tellsWhatIsWrong(String json, String sentence) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }
}
