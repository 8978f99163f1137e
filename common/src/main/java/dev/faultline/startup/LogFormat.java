package dev.faultline.startup;

import ch.qos.logback.core.PropertyDefinerBase;
import java.util.Locale;
import java.util.Map;

/// Chooses how the log is written, for `logback.xml`: `FAULTLINE_LOG_FORMAT`, or else `ecs` in
/// production and `text` in development and tests.
///
/// Logging begins before Spring and, with embedded servers, without it: so it reads the environment
/// itself.
public final class LogFormat extends PropertyDefinerBase {

    /// The system property with the environment that a program has where `ENVIRONMENT` is not set;
    /// production if it is not set either.
    public static final String DEFAULT_ENVIRONMENT = "faultline.default-environment";

    @Override
    public String getPropertyValue() {
        return choose(System.getenv(), System.getProperty(DEFAULT_ENVIRONMENT, "production"));
    }

    static String choose(Map<String, String> variables, String defaultEnvironment) {
        String chosen = variables.getOrDefault("FAULTLINE_LOG_FORMAT", "").toLowerCase(Locale.ROOT);
        if (chosen.equals("ecs") || chosen.equals("text")) {
            return chosen;
        }
        String environment = variables.getOrDefault("ENVIRONMENT", defaultEnvironment);
        return environment.equalsIgnoreCase(DeploymentEnvironment.PRODUCTION.name())
                ? "ecs"
                : "text";
    }
}
