package dev.faultline.alerting.notifications;

import dev.faultline.alerting.delivery.Notice;
import java.util.UUID;

/// A notification on its way.
///
/// @param lease only who holds it may say how it ended
record Outgoing(UUID id, TargetKey target, UUID lease, Notice notice) {

    private static final String PREFIX = "ntf_";

    /// What receivers get as its id, with every attempt.
    static String messageId(UUID id) {
        return PREFIX + id;
    }
}
