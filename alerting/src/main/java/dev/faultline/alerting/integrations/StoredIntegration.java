package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// An integration as it is stored.
///
/// @param config every field; secrets are masked
/// @param sealed the secrets by their field
/// @param revision grows with every change
/// @param lastTest null if it was not tested since the last change
/// @param delivered how the last test or delivery ended; null if there was none since the last
///   change
/// @param lastError why it was not delivered; null if it was
/// @param gone whether the other side has said that it wants nothing any more
record StoredIntegration(
        ProjectId project,
        Channel channel,
        ObjectNode config,
        Map<String, String> sealed,
        long revision,
        Instant updatedAt,
        @Nullable Instant lastTest,
        @Nullable Boolean delivered,
        @Nullable String lastError,
        boolean gone) {

    String status() {
        if (delivered == null) {
            return "configured";
        }
        return delivered ? "connected" : "failing";
    }
}
