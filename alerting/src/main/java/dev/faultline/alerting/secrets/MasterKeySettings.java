package dev.faultline.alerting.secrets;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// With which keys the secrets of integrations are encrypted.
///
/// @param masterKey base64 of 32 random bytes (`FAULTLINE_MASTER_KEY`); every instance has the same
/// @param masterKeyFile where the key is read from if none is given; made once, for its owner alone
/// @param previousMasterKeys keys that were replaced: what they sealed is sealed anew at the start
@ConfigurationProperties("faultline.alerting")
public record MasterKeySettings(
        @DefaultValue("") String masterKey,
        @DefaultValue("") String masterKeyFile,
        @DefaultValue List<String> previousMasterKeys) {

    public MasterKeySettings {
        previousMasterKeys = List.copyOf(previousMasterKeys);
        if (!masterKey.isBlank()) {
            parsed("FAULTLINE_MASTER_KEY", masterKey);
        }
        previousMasterKeys.forEach(key -> parsed("FAULTLINE_PREVIOUS_MASTER_KEYS", key));
    }

    static MasterKey parsed(String variable, String text) {
        try {
            return MasterKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s must be 32 random bytes in base64, but %s: make one with `openssl rand -base64 32`"
                            .formatted(variable, e.getMessage()),
                    e);
        }
    }

    List<MasterKey> previous() {
        return previousMasterKeys.stream()
                .map(key -> parsed("FAULTLINE_PREVIOUS_MASTER_KEYS", key))
                .toList();
    }

    /// Without the keys.
    @Override
    public String toString() {
        return "MasterKeySettings[masterKey=%s, masterKeyFile=%s, previousMasterKeys=%d]"
                .formatted(
                        masterKey.isBlank() ? "none" : "****",
                        masterKeyFile,
                        previousMasterKeys.size());
    }
}
