package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// An integration as the API shows it.
///
/// @param name `email`, `slack`, `webhook` or `sms`
/// @param status `not_configured`; `configured`: not tested since the last change; `connected`: the
///   last delivery worked; `failing`: it did not
/// @param config empty if not configured; secrets are masked
/// @param lastTest null if not tested since the last change
/// @param lastError why the last delivery failed; null if it did not
/// @param updatedAt of the last change; null if not configured
record IntegrationAnswer(
        Channel name,
        String status,
        ObjectNode config,
        @Nullable Instant lastTest,
        @Nullable String lastError,
        @Nullable Instant updatedAt) {

    static IntegrationAnswer notConfigured(Channel channel) {
        return new IntegrationAnswer(
                channel, "not_configured", Json.mapper().createObjectNode(), null, null, null);
    }

    static IntegrationAnswer of(StoredIntegration stored) {
        return of(stored, stored.config());
    }

    /// @param config shown instead of the stored one
    static IntegrationAnswer of(StoredIntegration stored, ObjectNode config) {
        return new IntegrationAnswer(
                stored.channel(),
                stored.status(),
                config,
                stored.lastTest(),
                stored.lastError(),
                stored.updatedAt());
    }
}
