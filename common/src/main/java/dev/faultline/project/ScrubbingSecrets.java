package dev.faultline.project;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What scrubbing needs and nobody may know.
///
/// @param hashKey under which IP addresses become pseudonyms, where a project asks for that; the
///   same at every stage. With the default, which everybody knows, an address can be found by
///   trying all
@ConfigurationProperties("faultline.scrubbing")
public record ScrubbingSecrets(@DefaultValue("faultline") String hashKey) {

    public ScrubbingSecrets {
        if (hashKey.isBlank()) {
            throw new IllegalArgumentException(
                    "FAULTLINE_SCRUBBING_HASH_KEY is blank: set it to a secret, or not at all");
        }
    }

    @Override
    public String toString() {
        return "ScrubbingSecrets[hashKey=***]";
    }
}
