package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.secrets.Secret;
import dev.faultline.alerting.secrets.SecretBox;
import dev.faultline.alerting.secrets.SecretPlace;
import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Divides a config into what may be shown and what is sealed, and puts it together again.
final class ConfigVault {

    private final SecretBox box;

    ConfigVault(SecretBox box) {
        this.box = box;
    }

    /// Whether secrets can be kept here.
    boolean canKeep() {
        return box.canSeal();
    }

    /// The config with masks in the place of secrets.
    static ObjectNode masked(Channel channel, ObjectNode config) {
        ObjectNode masked = config.deepCopy();
        for (SecretField field : IntegrationConfig.secrets(channel)) {
            masked.set(field.name(), field.mask(config.path(field.name())));
        }
        return masked;
    }

    /// The secrets of a config, sealed, by their field.
    Map<String, String> sealed(ProjectId project, Channel channel, ObjectNode config) {
        Map<String, String> sealed = new LinkedHashMap<>();
        for (SecretField field : IntegrationConfig.secrets(channel)) {
            JsonNode value = config.path(field.name());
            if (!value.isNull()) {
                sealed.put(
                        field.name(),
                        box.seal(
                                new Secret(value.toString()),
                                place(project, channel, field.name())));
            }
        }
        return sealed;
    }

    /// The config in clear; empty if it was sealed with a key that is not known here.
    Optional<IntegrationConfig> open(StoredIntegration stored) {
        ObjectNode config = stored.config().deepCopy();
        for (Map.Entry<String, String> sealed : stored.sealed().entrySet()) {
            Optional<Secret> secret =
                    box.open(
                            sealed.getValue(),
                            place(stored.project(), stored.channel(), sealed.getKey()));
            if (secret.isEmpty()) {
                return Optional.empty();
            }
            config.set(sealed.getKey(), Json.mapper().readTree(secret.get().value()));
        }
        return Optional.of(
                IntegrationConfig.read(stored.channel(), new JsonFields("config", config)));
    }

    /// Whether a secret was sealed with an earlier key.
    boolean isOutdated(StoredIntegration stored) {
        return stored.sealed().values().stream().anyMatch(box::isOutdated);
    }

    private static SecretPlace place(ProjectId project, Channel channel, String field) {
        return new SecretPlace(project, channel.text(), field);
    }
}
