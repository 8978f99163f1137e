package dev.faultline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.startup.DeploymentEnvironment;
import dev.faultline.startup.StartupException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessSettingsTest {

    private static final String PEPPER = "x".repeat(32);

    @Test
    void hasProductionRulesByDefault() {
        AccessSettings settings = bind(Map.of());

        assertThat(settings)
                .isEqualTo(
                        new AccessSettings(
                                "production",
                                List.of(),
                                List.of(),
                                AccessSettings.DEFAULT_PEPPER,
                                "",
                                URI.create("http://localhost:8080")));
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
                                                "https://a.example,https://b.example",
                                        "faultline.access.pepper", PEPPER,
                                        "faultline.access.previous-pepper", "y" + PEPPER,
                                        "faultline.access.public-url", "https://e.example")))
                .isEqualTo(
                        new AccessSettings(
                                "Development",
                                List.of("shop:a", "billing:b"),
                                List.of("https://a.example", "https://b.example"),
                                PEPPER,
                                "y" + PEPPER,
                                URI.create("https://e.example")));
    }

    @Test
    void takesAnEmptyVariableForNone() {
        assertThat(
                        bind(
                                Map.of(
                                        "faultline.access.api-keys", "",
                                        "faultline.access.cors-origins", "",
                                        "faultline.access.pepper", "",
                                        "faultline.access.previous-pepper", "")))
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
        assertThatThrownBy(() -> with("prod"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ENVIRONMENT is 'prod': set it to development, test or production");
    }

    @Test
    void neverPrintsItsKeys() {
        assertThat(with("test", "shop:hunter2"))
                .hasToString(
                        "AccessSettings[environment=test, apiKeys=1, corsOrigins=[],"
                                + " publicUrl=https://e.example]");
    }

    @ParameterizedTest
    @CsvSource({
        "pepper, short, 'FAULTLINE_KEY_PEPPER must have at least 32 characters: openssl rand -hex"
                + " 24 makes one'",
        "previous-pepper, short, 'FAULTLINE_PREVIOUS_KEY_PEPPER must have at least 32 characters:"
                + " openssl rand -hex 24 makes one'",
        "public-url, ftp://x.example, 'PUBLIC_URL must be http or https and a host, such as"
                + " https://errors.example.com'",
        "public-url, /x, 'PUBLIC_URL must be http or https and a host, such as"
                + " https://errors.example.com'"
    })
    void rejectsWhatCannotBe(String key, String value, String sentence) {
        assertThatThrownBy(() -> bind(Map.of("faultline.access." + key, value)))
                .rootCause()
                .hasMessage(sentence);
    }

    @Test
    void refusesTheDefaultPepperInProductionOnceThereAreKeys() {
        bind(Map.of()).checkPepper(true);
        bind(Map.of("faultline.access.environment", "development")).checkPepper(false);
        with("production").checkPepper(false);

        assertThatThrownBy(() -> bind(Map.of()).checkPepper(false))
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith("FAULTLINE_KEY_PEPPER is not set");
    }

    static AccessSettings with(String environment, String... apiKeys) {
        return new AccessSettings(
                environment,
                List.of(apiKeys),
                List.of(),
                PEPPER,
                "",
                URI.create("https://e.example"));
    }

    private static AccessSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("faultline.access", AccessSettings.class);
    }
}
