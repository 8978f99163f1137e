package dev.faultline.access;

import dev.faultline.startup.DeploymentEnvironment;
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
@ConfigurationProperties("faultline.access")
public record AccessSettings(
        @DefaultValue("production") String environment,
        @DefaultValue List<String> apiKeys,
        @DefaultValue List<String> corsOrigins) {

    public AccessSettings {
        boolean strict = !DeploymentEnvironment.parse(environment).isRelaxed();
        if (strict && corsOrigins.contains("*")) {
            throw new IllegalArgumentException(
                    "CORS_ORIGINS is '*', so that any page could use a visitor's key: name the origins that may call");
        }
        apiKeys = List.copyOf(apiKeys);
        corsOrigins = List.copyOf(corsOrigins);
    }

    public DeploymentEnvironment deployment() {
        return DeploymentEnvironment.parse(environment);
    }

    /// Without the keys.
    @Override
    public String toString() {
        return "AccessSettings[environment=%s, apiKeys=%d, corsOrigins=%s]"
                .formatted(environment, apiKeys.size(), corsOrigins);
    }
}
