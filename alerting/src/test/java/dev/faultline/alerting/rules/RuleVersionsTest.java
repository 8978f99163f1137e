package dev.faultline.alerting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.rule.AlertRule;
import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleVersionsTest {

    private static final ProjectId SHOP = new ProjectId("shop");
    private static final Instant MADE = Instant.parse("2026-01-01T12:00:00.700Z");
    private static final Instant SECOND = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-02T12:00:00.300Z");
    private static final String RULE =
            "'name': 'High', 'condition': 'error_count > threshold in 5m', 'threshold': 50";

    private final AlertRule first =
            RuleVersions.first(UUID.randomUUID(), SHOP, request(RULE), MADE);

    private static RuleRequest request(String fields) {
        return RuleRequest.read(
                new JsonFields("", Json.strict().readTree(("{" + fields + "}").replace('\'', '"'))),
                LATER);
    }

    @Test
    void countsFromTheSecondInWhichItIsMade() {
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.effectiveFrom()).isEqualTo(SECOND);
        assertThat(first.createdAt()).isEqualTo(MADE).isEqualTo(first.updatedAt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'severity': 'low'",
                "'notifications': ['email']",
                "'labels': {'a': 'b'}",
                "'repeat_interval': '1h'"
            })
    void isTheSameVersionWhereEvaluationIsTheSame(String more) {
        AlertRule next = RuleVersions.next(first, request(RULE + ", " + more), LATER);

        assertThat(next.version()).isEqualTo(1);
        assertThat(next.effectiveFrom()).isEqualTo(SECOND);
        assertThat(next.createdAt()).isEqualTo(MADE);
        assertThat(next.updatedAt()).isEqualTo(LATER);
        assertThat(next.id()).isEqualTo(first.id());
    }

    @Test
    void isTheSameVersionWhenOnlySpacesDiffer() {
        String spaced =
                "'name': 'High', 'condition': 'error_count  >  threshold in 5 minutes', 'threshold': 50.0";

        assertThat(RuleVersions.next(first, request(spaced), LATER).version()).isEqualTo(1);
    }

    @Test
    void isAnotherVersionThatBeginsNowWhenTheConditionChanges() {
        AlertRule next = RuleVersions.next(first, request(RULE.replace("50", "60")), LATER);

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.effectiveFrom()).isEqualTo(Instant.parse("2026-01-02T12:00:00Z"));
    }

    @Test
    void isAnotherVersionWhenItIsDisabled() {
        AlertRule next = RuleVersions.next(first, request(RULE + ", 'enabled': false"), LATER);

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.effectiveFrom()).isEqualTo(SECOND);
    }

    @Test
    void isAnotherVersionWhenItIsInEffectFromAnotherTime() {
        AlertRule next =
                RuleVersions.next(
                        first,
                        request(
                                RULE.replace("50", "60")
                                        + ", 'effective_from': '2025-01-01T00:00:00Z'"),
                        LATER);

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.effectiveFrom()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    }
}
