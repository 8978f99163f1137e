package dev.faultline.alerting.secrets;

import dev.faultline.access.AccessSettings;
import dev.faultline.startup.StartupException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The box that secrets are kept in.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MasterKeySettings.class)
public class SecretsConfiguration {

    /// Known to everybody, so that a stage can be tried without more ado. In production it opens
    /// what was sealed before, at most.
    private static final MasterKey DEVELOPMENT = MasterKey.of(new byte[MasterKey.BYTES]);

    @Bean
    SecretBox secretBox(MasterKeySettings settings, AccessSettings access) {
        SecureRandom random = new SecureRandom();
        return new SecretBox(keys(settings, access.deployment().isRelaxed(), random), random);
    }

    /// The current key, then those before it; none if production was given none.
    ///
    /// @throws StartupException if the key file is unusable, or production was given the key of
    ///   development
    static List<MasterKey> keys(MasterKeySettings settings, boolean relaxed, SecureRandom random) {
        List<MasterKey> keys = new ArrayList<>();
        if (!settings.masterKey().isBlank()) {
            keys.add(MasterKeySettings.parsed("FAULTLINE_MASTER_KEY", settings.masterKey()));
        } else if (!settings.masterKeyFile().isBlank()) {
            keys.add(new MasterKeyFile(Path.of(settings.masterKeyFile()), random).readOrMake());
        } else if (relaxed) {
            keys.add(DEVELOPMENT);
        } else {
            return List.of();
        }
        if (!relaxed && keys.getFirst().equals(DEVELOPMENT)) {
            throw new StartupException(
                    "FAULTLINE_MASTER_KEY is the key of development, which everybody knows: make one with `openssl rand -base64 32`.");
        }
        keys.addAll(settings.previous());
        return keys;
    }
}
