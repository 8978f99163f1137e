package dev.faultline.alerting.notifications;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.delivery.Channel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A notification as the API lists it.
///
/// @param messageId as the receiver gets it, with every attempt
/// @param announcementId the same for all targets of one announcement
/// @param target the channel's name, or a phone number of which only the end is shown
/// @param reason why it is not delivered, or not yet; null if there is nothing to say
/// @param attemptCount how often it was tried
/// @param nextAttempt when it is tried, at the earliest; null if it is not pending
/// @param digestId the notification that tells it too; null if there is none
/// @param time of what happened
record NotificationAnswer(
        UUID id,
        String messageId,
        UUID announcementId,
        String type,
        Channel channel,
        String target,
        NotificationState state,
        @Nullable String reason,
        AlertSeverity severity,
        String title,
        @Nullable UUID ruleId,
        @Nullable UUID incidentId,
        @Nullable UUID digestId,
        int attemptCount,
        @Nullable Instant nextAttempt,
        Instant time,
        Instant createdAt,
        Instant updatedAt) {

    private static final int SHOWN_DIGITS = 4;

    /// Whoever may read alerts need not know the numbers of those who are called.
    static String shown(Channel channel, String target) {
        return channel == Channel.SMS
                ? "****" + target.substring(Math.max(0, target.length() - SHOWN_DIGITS))
                : target;
    }
}
