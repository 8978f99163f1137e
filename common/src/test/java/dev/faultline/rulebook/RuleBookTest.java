package dev.faultline.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.event.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {

    private static final ProjectId SHOP = new ProjectId("shop");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final UUID FIRST = UUID.fromString("0198f6a2-5d5c-7c3e-9a41-2f6d1f0b8a11");
    private static final UUID SECOND = UUID.fromString("0198f6a2-5d5c-7c3e-9a41-2f6d1f0b8a12");

    private final RuleBook book = new RuleBook();

    @Test
    void knowsTheRulesOfAProjectTheOldestFirst() {
        AlertRule younger = rule(FIRST, "error_count > 5 in 5m", true, NOON.plusSeconds(1));
        AlertRule older = rule(SECOND, "error_count > 6 in 5m", false, NOON);
        put(younger, 1);
        put(older, 2);

        assertThat(book.of(SHOP)).containsExactly(older, younger);
        assertThat(book.rule(SHOP, FIRST)).contains(younger);
        assertThat(book.rule(ProjectId.DEFAULT, FIRST)).isEmpty();
        assertThat(book.of(ProjectId.DEFAULT)).isEmpty();
        assertThat(book.projects()).containsExactly(SHOP);
    }

    @Test
    void doesNotBringBackWhatWasDeletedWhenTheTopicIsReadAnew() {
        AlertRule rule = rule(FIRST, "error_count > 5 in 5m", true, NOON);
        put(rule, 1);
        book.take(rule.key(), null, 2);
        put(rule, 1);

        assertThat(book.of(SHOP)).isEmpty();
        assertThat(book.projects()).isEmpty();
    }

    @Test
    void tellsWhetherGroupsMustBeCountedOneByOne() {
        put(rule(FIRST, "error_count > 5 in 5m", true, NOON), 1);
        put(rule(SECOND, "error_count by group > 5 in 5m", false, NOON), 2);
        assertThat(book.needsGroups(SHOP)).isFalse();

        put(rule(SECOND, "error_count by group > 5 in 5m", true, NOON), 3);
        assertThat(book.needsGroups(SHOP)).isTrue();

        book.take(rule(SECOND, "", true, NOON).key(), null, 4);
        assertThat(book.needsGroups(SHOP)).isFalse();
    }

    @Test
    void keepsARuleWhoseConditionItCannotRead() {
        put(rule(FIRST, "written > by { a newer version", true, NOON), 1);

        assertThat(book.rule(SHOP, FIRST)).isPresent();
        assertThat(book.needsGroups(SHOP)).isFalse();
    }

    @Test
    void waitsForARevision() throws Exception {
        AlertRule rule = rule(FIRST, "error_count > 5 in 5m", true, NOON);
        put(rule, 7);

        assertThat(book.await(rule.key(), 7, Duration.ZERO)).isTrue();
        assertThat(book.await(rule.key(), 8, Duration.ofMillis(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop", "shop|", "shop|1-1-1-1-1", "Shop|" + "0", "|x"})
    void refusesAKeyOfAnotherForm(String key) {
        assertThatThrownBy(() -> book.take(key, null, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAValueOfAnotherRuleAndWhatIsNoRule() {
        AlertRule rule = rule(FIRST, "error_count > 5 in 5m", true, NOON);

        assertThatThrownBy(() -> book.take("shop|" + SECOND, AlertRuleJson.write(rule), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key is of another rule than the value");
        assertThatThrownBy(() -> book.take(rule.key(), "{}".getBytes(UTF_8), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void put(AlertRule rule, long revision) {
        book.take(rule.key(), AlertRuleJson.write(rule), revision);
    }

    private static AlertRule rule(UUID id, String condition, boolean enabled, Instant created) {
        return new AlertRule(
                id,
                SHOP,
                "A rule",
                condition,
                null,
                null,
                enabled,
                List.of(),
                AlertSeverity.HIGH,
                null,
                true,
                new TreeMap<>(),
                null,
                created,
                1,
                created,
                created);
    }
}
