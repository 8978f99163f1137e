package dev.faultline.access;

import dev.faultline.startup.DeploymentEnvironment;
import dev.faultline.startup.StartupException;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may call the API.
///
/// @param environment `development`, `test` or `production` (`ENVIRONMENT`); only the first two
///   know `test-api-key`
/// @param apiKeys keys with all permissions, each `project:key` (`FAULTLINE_API_KEYS`, separated by
///   commas); a key has at least 20 characters
/// @param corsOrigins origins whose pages may call the API (`CORS_ORIGINS`, separated by commas);
///   any outside production
/// @param pepper with which secrets are hashed before they are stored (`FAULTLINE_KEY_PEPPER`), 32
///   characters or more, the same at every stage. Production takes the default as long as nobody
///   has made a key
/// @param previousPepper the one before (`FAULTLINE_PREVIOUS_KEY_PEPPER`): keys made with it stay
///   valid; empty: none
/// @param publicUrl where people find Faultline (`PUBLIC_URL`): links begin with it
@ConfigurationProperties("faultline.access")
public record AccessSettings(
        @DefaultValue("production") String environment,
        @DefaultValue List<String> apiKeys,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue(AccessSettings.DEFAULT_PEPPER) String pepper,
        @DefaultValue("") String previousPepper,
        @DefaultValue("http://localhost:8080") URI publicUrl) {

    static final String DEFAULT_PEPPER = "faultline-development-key-pepper";

    private static final int PEPPER_LENGTH = 32;

    public AccessSettings {
        boolean strict = !DeploymentEnvironment.parse(environment).isRelaxed();
        if (strict && corsOrigins.contains("*")) {
            throw new IllegalArgumentException(
                    "CORS_ORIGINS is '*', so that any page could use a visitor's key: name the origins that may call");
        }
        apiKeys = List.copyOf(apiKeys);
        corsOrigins = List.copyOf(corsOrigins);
        // A variable that is there and empty, as docker compose hands it on.
        pepper = pepper.isEmpty() ? DEFAULT_PEPPER : pepper;
        checkLength("FAULTLINE_KEY_PEPPER", pepper);
        if (!previousPepper.isEmpty()) {
            checkLength("FAULTLINE_PREVIOUS_KEY_PEPPER", previousPepper);
        }
        if (publicUrl.getHost() == null
                || !String.valueOf(publicUrl.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "PUBLIC_URL must be http or https and a host, such as"
                            + " https://errors.example.com");
        }
    }

    private static void checkLength(String variable, String pepper) {
        if (pepper.length() < PEPPER_LENGTH) {
            throw new IllegalArgumentException(
                    "%s must have at least %d characters: openssl rand -hex 24 makes one"
                            .formatted(variable, PEPPER_LENGTH));
        }
    }

    public DeploymentEnvironment deployment() {
        return DeploymentEnvironment.parse(environment);
    }

    /// Whether keys may be made: everybody knows the default pepper, which will do in development.
    public boolean isFitForKeys() {
        return deployment().isRelaxed() || !pepper.equals(DEFAULT_PEPPER);
    }

    /// Ends the start of a stage where keys were made and nobody could make any.
    void checkPepper(boolean noKeys) {
        if (!noKeys && !isFitForKeys()) {
            throw new StartupException(
                    "FAULTLINE_KEY_PEPPER is not set, but API keys were made: set it to what it was"
                            + " then, the same at every stage.");
        }
    }

    /// Without the keys and peppers.
    @Override
    public String toString() {
        return "AccessSettings[environment=%s, apiKeys=%d, corsOrigins=%s, publicUrl=%s]"
                .formatted(environment, apiKeys.size(), corsOrigins, publicUrl);
    }
}
