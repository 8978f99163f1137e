package dev.faultline.startup;

import java.util.Arrays;
import java.util.Locale;

/// Which rules this installation follows (`ENVIRONMENT`). Not the environment of an event.
public enum DeploymentEnvironment {
    DEVELOPMENT,
    TEST,
    PRODUCTION;

    /// Reads the variable, in any case.
    ///
    /// @throws IllegalArgumentException naming the variable, if the text is none of the three
    public static DeploymentEnvironment parse(String text) {
        return Arrays.stream(values())
                .filter(e -> e.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "ENVIRONMENT is '%s': set it to development, test or production"
                                        .formatted(text)));
    }

    /// Whether the well-known development key and any origin are allowed.
    public boolean isRelaxed() {
        return this != PRODUCTION;
    }
}
