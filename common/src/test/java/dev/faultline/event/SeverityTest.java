package dev.faultline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityTest {

    /// Golden: topics and databases hold these codes and names.
    @ParameterizedTest
    @CsvSource({
        "FATAL, 0, fatal, ERROR",
        "ERROR, 1, error, ERROR",
        "WARNING, 2, warning, WARNING",
        "INFO, 3, info, INFO",
        "DEBUG, 4, debug, DEBUG"
    })
    void neverChangesCodesNamesAndLevels(Severity severity, byte code, String text, Level level) {
        assertThat(severity.code()).isEqualTo(code);
        assertThat(severity.text()).isEqualTo(text);
        assertThat(severity.level()).isEqualTo(level);
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrites(Severity severity) {
        assertThat(Severity.parse(severity.text())).contains(severity);
        assertThat(Severity.ofCode(severity.code())).isEqualTo(severity);
    }

    @Test
    void takesCriticalForFatal() {
        assertThat(Severity.parse("critical")).contains(Severity.FATAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FATAL", "Critical", "warn", "error "})
    void readsNothingElse(String text) {
        assertThat(Severity.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(bytes = {-1, 5, 127})
    void rejectsUnknownCodes(byte code) {
        assertThatThrownBy(() -> Severity.ofCode(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No severity has code " + code);
    }

    @ParameterizedTest
    @EnumSource
    void readsLevelsAsTheyAreWritten(Level level) {
        assertThat(Level.parse(level.text())).contains(level);
        assertThat(Level.parse(level.name())).isEmpty();
    }

    @Test
    void hasTheFourLevelsOfTheApi() {
        assertThat(Arrays.stream(Level.values()).map(Level::text))
                .containsExactly("error", "warning", "info", "debug");
        assertThat(Level.parse("fatal")).isEmpty();
    }
}
