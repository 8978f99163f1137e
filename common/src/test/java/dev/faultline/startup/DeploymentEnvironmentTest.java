package dev.faultline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentEnvironmentTest {

    @ParameterizedTest
    @CsvSource({
        "development, DEVELOPMENT",
        "Development, DEVELOPMENT",
        "test, TEST",
        "PRODUCTION, PRODUCTION",
        "production, PRODUCTION"
    })
    void readsItsNameInAnyCase(String text, DeploymentEnvironment environment) {
        assertThat(DeploymentEnvironment.parse(text)).isEqualTo(environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prod", "dev", " production", "staging"})
    void rejectsOtherNames(String text) {
        assertThatThrownBy(() -> DeploymentEnvironment.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ENVIRONMENT is '%s': set it to development, test or production", text);
    }

    @Test
    void isStrictInProductionOnly() {
        assertThat(DeploymentEnvironment.DEVELOPMENT.isRelaxed()).isTrue();
        assertThat(DeploymentEnvironment.TEST.isRelaxed()).isTrue();
        assertThat(DeploymentEnvironment.PRODUCTION.isRelaxed()).isFalse();
    }
}
