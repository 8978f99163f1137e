package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A config as a user sent it, which can hold masks where he did not change a secret. Pure.
final class SentConfig {

    private SentConfig() {}

    /// @param stored the config so far, in clear
    /// @throws IllegalArgumentException a sentence that names the field, if the config is not valid
    ///   or a masked secret would be sent to somebody else than before
    static IntegrationConfig read(
            Channel channel, JsonFields sent, Optional<IntegrationConfig> stored) {
        ObjectNode before =
                stored.map(IntegrationConfig::json).orElseGet(Json.mapper()::createObjectNode);
        ObjectNode clear = sent.json().deepCopy().asObject();
        List<SecretField> kept =
                IntegrationConfig.secrets(channel).stream()
                        .filter(field -> unmask(field, clear, before))
                        .toList();
        IntegrationConfig config =
                IntegrationConfig.read(channel, new JsonFields(sent.place(), clear));
        stored.ifPresent(was -> checkConfidant(kept, was, config));
        return config;
    }

    /// @return whether a stored secret took the place of a mask
    private static boolean unmask(SecretField field, ObjectNode clear, ObjectNode before) {
        JsonNode sent = clear.path(field.name());
        if (sent.isMissingNode() || sent.isNull()) {
            return false;
        }
        JsonNode unmasked = field.unmask(sent, before.path(field.name()));
        field.refuseMask(unmasked);
        clear.set(field.name(), unmasked);
        return !unmasked.equals(sent);
    }

    private static void checkConfidant(
            List<SecretField> kept, IntegrationConfig was, IntegrationConfig config) {
        if (was.confidant().equals(config.confidant())) {
            return;
        }
        kept.stream()
                .filter(SecretField::isSentToConfidant)
                .findFirst()
                .ifPresent(field -> {
                    throw new IllegalArgumentException(
                            "%s is masked, but was entrusted to %s: send it in clear for a new one"
                                    .formatted(field.name(), was.confidant()));
                });
    }
}
