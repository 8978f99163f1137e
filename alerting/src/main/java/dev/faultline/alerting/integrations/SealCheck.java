package dev.faultline.alerting.integrations;

import dev.faultline.startup.StartupException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it at the start that every stored secret can be opened, and seals those anew that an
/// earlier key has sealed.
final class SealCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(SealCheck.class);

    private final IntegrationRepository repository;
    private final ConfigVault vault;

    SealCheck(IntegrationRepository repository, ConfigVault vault) {
        this.repository = repository;
        this.vault = vault;
    }

    /// @throws StartupException if a secret can't be opened: going on would lose it silently
    void run() {
        List<StoredIntegration> stored = repository.all();
        long unreadable = stored.stream().filter(one -> vault.open(one).isEmpty()).count();
        if (unreadable > 0) {
            throw new StartupException(
                    "The secrets of %d stored integrations were encrypted with another master key: set FAULTLINE_MASTER_KEY to that key, or name it in FAULTLINE_PREVIOUS_MASTER_KEYS."
                            .formatted(unreadable));
        }
        stored.stream().filter(vault::isOutdated).forEach(this::reseal);
    }

    private void reseal(StoredIntegration stored) {
        IntegrationConfig config = vault.open(stored).orElseThrow();
        repository.reseal(stored, vault.sealed(stored.project(), stored.channel(), config.json()));
        LOGGER.info(
                "Project {}: the secrets of {} are encrypted with the current master key now",
                stored.project(),
                stored.channel().text());
    }
}
