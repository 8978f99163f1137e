package dev.faultline.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.alerting.cells.CellSettings;
import dev.faultline.alerting.database.AlertingDatabaseSettings;
import dev.faultline.alerting.egress.EgressSettings;
import dev.faultline.alerting.incidents.IncidentSettings;
import dev.faultline.alerting.integrations.IntegrationSettings;
import dev.faultline.alerting.notifications.NotificationSettings;
import dev.faultline.alerting.preview.PreviewSettings;
import dev.faultline.alerting.secrets.MasterKeySettings;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class SettingsTest {

    private static final Map<String, Class<?>> SETTINGS =
            Map.of(
                    "faultline.alerting", MasterKeySettings.class,
                    "faultline.alerting.database", AlertingDatabaseSettings.class,
                    "faultline.alerting.egress", EgressSettings.class,
                    "faultline.alerting.cells", CellSettings.class,
                    "faultline.alerting.preview", PreviewSettings.class,
                    "faultline.alerting.incidents", IncidentSettings.class,
                    "faultline.alerting.integrations", IntegrationSettings.class,
                    "faultline.alerting.notifications", NotificationSettings.class);

    @Test
    void showsEveryDefaultInTheFile() throws IOException {
        for (String prefix : SETTINGS.keySet()) {
            assertThat(bind(prefix, Map.of("DATABASE_URL", "postgres://a@b"), true))
                    .isEqualTo(
                            bind(
                                    prefix,
                                    Map.of("faultline.alerting.database.url", "postgres://a@b"),
                                    false));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".database | url | '' | DATABASE_URL is not set",
                ".database | url | mysql://x | DATABASE_URL must have the form",
                ".database | statement-timeout | 1ms | statement-timeout must be",
                ".database | pool-size | 0 | pool-size must be",
                "'' | master-key | abc | FAULTLINE_MASTER_KEY must be 32 random bytes",
                "'' | previous-master-keys | abc | FAULTLINE_PREVIOUS_MASTER_KEYS must be 32 random",
                ".egress | allowed | 10.0.0.0/64 | FAULTLINE_ALERTING_EGRESS_ALLOWED holds",
                ".integrations | tests-per-minute | 0 | tests-per-minute must be",
                ".notifications | at-a-time | 33 | at-a-time must be 1 to 32",
                ".notifications | lease | 30s | lease must be more than 30s",
                ".notifications | digest-after | 10ms | digest-after must be",
                ".notifications | max-pending | 0 | max-pending must be",
                ".notifications | retention | 1h | retention must be",
                ".notifications | tests-per-minute | 0 | tests-per-minute must be",
                ".incidents | flap-cycles | 1 | flap-cycles must be 2 to 100",
                ".incidents | flap-window | 1s | flap-window must be 1m to 1d",
                ".incidents | stable-after | 0s | stable-after must be 1s to 1d",
                ".incidents | look-interval | 1ms | look-interval must be 100ms to 1m",
                ".incidents | orphaned-after | 0s | orphaned-after must be 1s to 1d",
                ".incidents | retention | 1h | retention must be 1d to 3650d",
                ".cells | flush-interval | 1ms | flush-interval must be",
                ".cells | fine-retention | 8d | fine-retention must be",
                ".cells | retention | 1h | retention must be",
                ".preview | max-cells | 1 | max-cells must be",
                ".preview | max-time | 1h | max-time must be",
                ".preview | max-concurrent | 0 | max-concurrent must be"
            })
    void refusesValuesOutOfRange(String feature, String name, String value, String sentence) {
        String prefix = "faultline.alerting" + feature;
        Map<String, Object> values =
                Map.of("DATABASE_URL", "postgres://a@b", prefix + "." + name, value);

        assertThatThrownBy(() -> bind(prefix, values, true))
                .isInstanceOf(BindException.class)
                .hasStackTraceContaining(sentence);
    }

    @Test
    void hidesPasswords() throws IOException {
        assertThat(
                        bind(
                                        "faultline.alerting.database",
                                        Map.of("DATABASE_URL", "postgres://ann:hush@db"),
                                        true)
                                .toString())
                .doesNotContain("hush");
    }

    private static Object bind(String prefix, Map<String, Object> values, boolean withFile)
            throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", values));
        if (withFile) {
            new YamlPropertySourceLoader()
                    .load("file", new ClassPathResource("alerting.yml"))
                    .forEach(environment.getPropertySources()::addLast);
        }
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate(prefix, SETTINGS.get(prefix));
    }
}
