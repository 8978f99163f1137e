package dev.faultline.alerting.notifications;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that people or programs are to be told, on so many channels. Its texts can come from
/// events, so from anybody: the channels make them harmless, and cut them to what they take.
///
/// @param id derived from what is announced: the same happening has the same id, and is told once
/// @param type `incident.fired`, `incident.resolved`, `incident.escalated`, `incident.reminder`,
///   `incident.flapping` or `rule.test`
/// @param ruleId whose author chose the channels; null if no rule was involved
/// @param incidentId that it is about. What is announced of one incident reaches a target in this
///   order. Null if it is about none
/// @param channels that are told, none twice; empty if nobody is
/// @param time when it happened
/// @param details values by their label, for people
/// @param fate whether it is sent at all
public record Announcement(
        UUID id,
        ProjectId project,
        String type,
        @Nullable UUID ruleId,
        @Nullable UUID incidentId,
        AlertSeverity severity,
        List<Channel> channels,
        Instant time,
        String title,
        String text,
        SequencedMap<String, String> details,
        Fate fate) {

    public Announcement {
        channels = List.copyOf(channels);
        details = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(details));
    }

    /// Decided before: what is not sent is kept, so that everybody can see why nobody was told.
    public enum Fate {
        SEND,

        /// Somebody has silenced it.
        SILENCED,

        /// One of too many in a row, told by `incident.flapping` instead.
        DAMPED
    }
}
