package dev.faultline.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RateLimitSettingsTest {

    @Test
    void observesTheLimitsOfTheSeedByDefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new RateLimitSettings(RateLimitMode.OBSERVE, 1000, 100, 500, 60, 10_000));
    }

    @Test
    void readsEverySetting() {
        assertThat(
                        bind(
                                Map.of(
                                        "mode", "enforce",
                                        "ingest", "0",
                                        "analytics", "1",
                                        "general", "1000000",
                                        "wrong-keys", "5",
                                        "max-windows", "100")))
                .isEqualTo(new RateLimitSettings(RateLimitMode.ENFORCE, 0, 1, 1_000_000, 5, 100));
    }

    @ParameterizedTest
    @CsvSource({
        "mode, strict, RateLimitMode",
        "ingest, -1, FAULTLINE_RATE_LIMIT_INGEST must be 0 (no limit) to 1000000",
        "analytics, 1000001, FAULTLINE_RATE_LIMIT_ANALYTICS must be 0 (no limit) to 1000000",
        "general, -5, FAULTLINE_RATE_LIMIT_GENERAL must be 0 (no limit) to 1000000",
        "wrong-keys, -1, FAULTLINE_RATE_LIMIT_WRONG_KEYS must be 0 (no limit) to 1000000",
        "max-windows, 99, FAULTLINE_RATE_LIMIT_MAX_WINDOWS must be 100 to 1000000"
    })
    void refusesWhatCannotBeUsed(String setting, String value, String reason) {
        assertThatThrownBy(() -> bind(Map.of(setting, value)))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining(reason);
    }

    private static RateLimitSettings bind(Map<String, String> settings) {
        var source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("faultline.rate-limit." + name, value));
        return new Binder(source).bindOrCreate("faultline.rate-limit", RateLimitSettings.class);
    }
}
