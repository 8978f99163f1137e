package dev.faultline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.event.ProjectId;
import dev.faultline.startup.StartupException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

    private static final String KEY = "sk_live_0123456789abcdef7890";

    @ParameterizedTest
    @ValueSource(strings = {"development", "test"})
    void knowsTheDevelopmentKeyOutsideProduction(String environment) {
        assertThat(keys(environment).authenticate("test-api-key"))
                .contains(
                        ApiKey.ofOperator(
                                "configured-4c806362b613",
                                ProjectId.DEFAULT,
                                "****-key",
                                "Development key"));
    }

    @Test
    void knowsNoDevelopmentKeyInProduction() {
        assertThat(keys("production").authenticate("test-api-key")).isEmpty();
    }

    @Test
    void knowsTheConfiguredKeys() {
        ApiKeys keys = keys("production", "shop:" + KEY, " billing : x-" + KEY + " ");

        ApiKey shop = keys.authenticate(KEY).orElseThrow();
        ApiKey billing = keys.authenticate("x-" + KEY).orElseThrow();
        assertThat(List.of(shop.project().value(), shop.preview()))
                .containsExactly("shop", "****7890");
        assertThat(List.of(billing.project().value(), billing.preview()))
                .containsExactly("billing", "****7890");
        assertThat(shop.id()).isNotEqualTo(billing.id());
    }

    @Test
    void takesAColonInAKey() {
        assertThat(keys("production", "shop:" + KEY + ":x").authenticate(KEY + ":x")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "test-api-key ", "TEST-API-KEY", "sk_live", "shop:test-api-key"})
    void knowsNothingElse(String presented) {
        assertThat(keys("development", "shop:" + KEY).authenticate(presented)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop",
                KEY,
                ":" + KEY,
                "shop:",
                "shop:test-api-key",
                "shop:0123456789abcdefghi",
                "shop:                    x"
            })
    void rejectsMalformedEntriesWithoutQuotingThem(String entry) {
        assertThatThrownBy(() -> keys("production", entry))
                .isInstanceOf(StartupException.class)
                .hasMessage(
                        "FAULTLINE_API_KEYS must hold entries project:key, each key of at least 20"
                                + " characters.");
    }

    @Test
    void rejectsNamesThatNoProjectHas() {
        assertThatThrownBy(() -> keys("production", "My Shop:" + KEY))
                .isInstanceOf(StartupException.class)
                .hasMessage(
                        "FAULTLINE_API_KEYS must hold entries project:key: project must be 1 to 63"
                                + " lower-case letters, digits or hyphens.");
    }

    @Test
    void rejectsAKeyOfTwoProjects() {
        assertThatThrownBy(() -> keys("production", "shop:" + KEY, "billing:" + KEY))
                .isInstanceOf(StartupException.class)
                .hasMessage("FAULTLINE_API_KEYS holds a key twice, ****7890: give each once.");
    }

    @Test
    void knowsTheKeysThatPeopleMade() {
        ApiKey viewers = keys("production").authenticate(MadeKeys.VIEWERS).orElseThrow();
        ApiKey developers = keys("production").authenticate(MadeKeys.DEVELOPERS).orElseThrow();

        assertThat(viewers.preview()).matches("sk_\\*{4}[0-9A-Za-z]{4}");
        assertThat(viewers.permissions()).isEqualTo(Set.of(Permission.READ));
        assertThat(viewers.role()).isEqualTo(Role.VIEWER);
        assertThat(developers.role()).isEqualTo(Role.DEVELOPER);
        assertThat(developers.hasPermissionFor(Right.TEAM)).isTrue();
        assertThat(developers.hasRoleFor(Right.TEAM)).isFalse();
    }

    @Test
    void knowsNoKeyThatIsRevokedExpiredOrNobodysAnyMore() {
        for (String secret :
                List.of(MadeKeys.REVOKED, MadeKeys.EXPIRED, MadeKeys.ORPHANED, MadeKeys.UNKNOWN)) {
            assertThat(keys("production").authenticate(secret)).isEmpty();
        }
    }

    private static ApiKeys keys(String environment, String... entries) {
        return MadeKeys.with(
                new ConfiguredKeys(AccessSettingsTest.with(environment, entries)),
                InstantSource.system());
    }
}
