package dev.faultline.alerting.notifications;

import static dev.faultline.alerting.db.Tables.NOTIFICATIONS;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Notice;
import dev.faultline.event.NameUuid;
import dev.faultline.json.Json;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The row that an announcement becomes for one target.
final class NewNotificationRow {

    private NewNotificationRow() {}

    /// The same for the same announcement and target.
    static UUID id(UUID announcement, Channel channel, String target) {
        return NameUuid.of(announcement, "%s|%s".formatted(channel.text(), target));
    }

    /// @param state pending, to be sent at once, or final
    /// @return its id; empty if there is such a row already
    static Optional<UUID> insert(
            DSLContext transaction,
            Announcement announcement,
            TargetKey target,
            NotificationState state,
            @Nullable String reason) {
        UUID id = id(announcement.id(), target.channel(), target.name());
        // Cut to what is ever sent of it.
        Notice notice =
                new Notice(
                        Outgoing.messageId(id),
                        announcement.type(),
                        target.project(),
                        announcement.time(),
                        announcement.title(),
                        announcement.text(),
                        announcement.details());
        int inserted =
                transaction
                        .insertInto(NOTIFICATIONS)
                        .set(NOTIFICATIONS.ID, id)
                        .set(NOTIFICATIONS.ANNOUNCEMENT_ID, announcement.id())
                        .set(NOTIFICATIONS.PROJECT, target.project().value())
                        .set(NOTIFICATIONS.CHANNEL, target.channel().text())
                        .set(NOTIFICATIONS.TARGET, target.name())
                        .set(NOTIFICATIONS.TYPE, notice.type())
                        .set(NOTIFICATIONS.RULE_ID, announcement.ruleId())
                        .set(NOTIFICATIONS.INCIDENT_ID, announcement.incidentId())
                        .set(NOTIFICATIONS.SEVERITY, announcement.severity().text())
                        .set(NOTIFICATIONS.TIME, notice.time().atOffset(ZoneOffset.UTC))
                        .set(NOTIFICATIONS.TITLE, notice.title())
                        .set(NOTIFICATIONS.TEXT, notice.text())
                        .set(
                                NOTIFICATIONS.DETAILS,
                                JSON.valueOf(Json.mapper().writeValueAsString(notice.details())))
                        .set(NOTIFICATIONS.STATE, state.text())
                        .set(NOTIFICATIONS.REASON, reason)
                        .set(
                                NOTIFICATIONS.DUE,
                                state == NotificationState.PENDING
                                        ? DSL.currentOffsetDateTime()
                                        : DSL.castNull(NOTIFICATIONS.DUE))
                        .onConflictDoNothing()
                        .execute();
        return inserted > 0 ? Optional.of(id) : Optional.empty();
    }
}
