package dev.faultline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.startup.DeploymentEnvironment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessSettingsTest {

    @Test
    void hasProductionRulesByDefault() {
        AccessSettings settings = bind(Map.of());

        assertThat(settings).isEqualTo(new AccessSettings("production", List.of(), List.of()));
        assertThat(settings.deployment()).isEqualTo(DeploymentEnvironment.PRODUCTION);
    }

    @Test
    void mapsEveryKey() {
        assertThat(
                        bind(
                                Map.of(
                                        "faultline.access.environment", "Development",
                                        "faultline.access.api-keys", "shop:a,billing:b",
                                        "faultline.access.cors-origins",
                                                "https://a.example,https://b.example")))
                .isEqualTo(
                        new AccessSettings(
                                "Development",
                                List.of("shop:a", "billing:b"),
                                List.of("https://a.example", "https://b.example")));
    }

    @Test
    void takesAnEmptyVariableForNone() {
        assertThat(
                        bind(
                                Map.of(
                                        "faultline.access.api-keys", "",
                                        "faultline.access.cors-origins", "")))
                .isEqualTo(bind(Map.of()));
    }

    @Test
    void rejectsAnyOriginInProduction() {
        assertThatThrownBy(
                        () -> bind(Map.of("faultline.access.cors-origins", "https://a.example,*")))
                .rootCause()
                .hasMessage(
                        "CORS_ORIGINS is '*', so that any page could use a visitor's key: name the origins that may call");
        assertThat(
                        bind(Map.of(
                                        "faultline.access.environment", "development",
                                        "faultline.access.cors-origins", "*"))
                                .corsOrigins())
                .containsExactly("*");
    }

    @Test
    void rejectsUnknownEnvironments() {
        assertThatThrownBy(() -> new AccessSettings("prod", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ENVIRONMENT is 'prod': set it to development, test or production");
    }

    @Test
    void neverPrintsItsKeys() {
        assertThat(
                        new AccessSettings(
                                "test", List.of("shop:hunter2"), List.of("https://a.example")))
                .hasToString(
                        "AccessSettings[environment=test, apiKeys=1, corsOrigins=[https://a.example]]");
    }

    private static AccessSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("faultline.access", AccessSettings.class);
    }
}
