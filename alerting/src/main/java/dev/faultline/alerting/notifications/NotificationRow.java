package dev.faultline.alerting.notifications;

import static dev.faultline.alerting.db.Tables.NOTIFICATIONS;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Notice;
import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The row of a notification, as several statements have it.
final class NotificationRow {

    static final Condition IS_OPEN =
            NOTIFICATIONS.STATE.in(
                    DSL.inline(NotificationState.PENDING.text()),
                    DSL.inline(NotificationState.SENDING.text()));

    /// What is needed to send one.
    static final List<Field<?>> OUTGOING =
            List.of(
                    NOTIFICATIONS.ID,
                    NOTIFICATIONS.PROJECT,
                    NOTIFICATIONS.CHANNEL,
                    NOTIFICATIONS.TARGET,
                    NOTIFICATIONS.TYPE,
                    NOTIFICATIONS.RULE_ID,
                    NOTIFICATIONS.INCIDENT_ID,
                    NOTIFICATIONS.SEVERITY,
                    NOTIFICATIONS.TIME,
                    NOTIFICATIONS.TITLE,
                    NOTIFICATIONS.TEXT,
                    NOTIFICATIONS.DETAILS,
                    NOTIFICATIONS.LEASE);

    private static final TypeReference<LinkedHashMap<String, String>> DETAILS =
            new TypeReference<>() {};

    private NotificationRow() {}

    static Condition is(NotificationState state) {
        // Inline, so that the partial indexes are found.
        return NOTIFICATIONS.STATE.eq(DSL.inline(state.text()));
    }

    static Condition isOf(TargetKey target) {
        return NOTIFICATIONS
                .PROJECT
                .eq(target.project().value())
                .and(NOTIFICATIONS.CHANNEL.eq(target.channel().text()))
                .and(NOTIFICATIONS.TARGET.eq(target.name()));
    }

    /// Nothing earlier of the same incident is still to be told to the same target, by itself or by
    /// a digest.
    static Condition isNext() {
        var earlier = NOTIFICATIONS.as("earlier");
        var digest = NOTIFICATIONS.as("digest");
        Select<?> unfinished =
                DSL.selectOne()
                        .from(earlier)
                        .where(earlier.INCIDENT_ID.eq(NOTIFICATIONS.INCIDENT_ID))
                        .and(earlier.PROJECT.eq(NOTIFICATIONS.PROJECT))
                        .and(earlier.CHANNEL.eq(NOTIFICATIONS.CHANNEL))
                        .and(earlier.TARGET.eq(NOTIFICATIONS.TARGET))
                        .and(earlier.SEQ.lt(NOTIFICATIONS.SEQ))
                        .and(
                                isUnfinished(earlier.STATE)
                                        .or(
                                                DSL.exists(
                                                        DSL.selectOne()
                                                                .from(digest)
                                                                .where(
                                                                        digest.ID.eq(
                                                                                earlier.DIGEST_ID))
                                                                .and(isUnfinished(digest.STATE)))));
        return DSL.notExists(unfinished);
    }

    private static Condition isUnfinished(Field<String> state) {
        return state.in(NotificationState.PENDING.text(), NotificationState.SENDING.text());
    }

    static TargetKey target(Record row) {
        return new TargetKey(
                new ProjectId(row.get(NOTIFICATIONS.PROJECT)),
                Channel.named(row.get(NOTIFICATIONS.CHANNEL)).orElseThrow(),
                row.get(NOTIFICATIONS.TARGET));
    }

    static AlertSeverity severity(Record row) {
        return AlertSeverity.named(row.get(NOTIFICATIONS.SEVERITY)).orElseThrow();
    }

    static SequencedMap<String, String> details(JSON details) {
        return Json.mapper().readValue(details.data(), DETAILS);
    }

    /// A row with the fields of [#OUTGOING].
    static Outgoing outgoing(Record row) {
        UUID id = row.get(NOTIFICATIONS.ID);
        TargetKey target = target(row);
        OffsetDateTime time = row.get(NOTIFICATIONS.TIME);
        return new Outgoing(
                id,
                target,
                row.get(NOTIFICATIONS.LEASE),
                new Notice(
                        Outgoing.messageId(id),
                        row.get(NOTIFICATIONS.TYPE),
                        target.project(),
                        time.toInstant(),
                        row.get(NOTIFICATIONS.TITLE),
                        row.get(NOTIFICATIONS.TEXT),
                        details(row.get(NOTIFICATIONS.DETAILS)),
                        new Notice.Subject(
                                severity(row),
                                row.get(NOTIFICATIONS.RULE_ID),
                                row.get(NOTIFICATIONS.INCIDENT_ID))));
    }

    static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
