package dev.faultline.group;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventId;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.retention.RetentionSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The payload of an event that was kept as a sample of its group. Which events are kept never
/// changes a count.
///
/// Produced by the aggregator's first stage, consumed by the projector.
///
/// @param timestamp when it happened, the fact's event time
/// @param appendTime when the broker appended the raw record
/// @param position where the raw record stands
/// @param fingerprint the client's own; empty if it gave none
/// @param scrubbed how many secrets were removed from the event, by the rule that found them
/// @param cut whether payload was left out because the project's budget of samples was used up
/// @param severity of the event, as are source and environment; null in records of earlier versions
/// @param expiresOn the last day on which it is stored, in UTC. It stands here, so that all who
///   read the record agree, whatever the project sets meanwhile
public record Occurrence(
        ProjectId project,
        GroupId groupId,
        EventId eventId,
        Instant timestamp,
        Instant appendTime,
        RawPosition position,
        String message,
        @Nullable String stackTrace,
        @Nullable Map<String, @Nullable Object> context,
        @Nullable String url,
        @Nullable String userAgent,
        @Nullable String ipAddress,
        List<String> fingerprint,
        Map<String, Integer> scrubbed,
        boolean cut,
        @Nullable Severity severity,
        @Nullable String source,
        @Nullable String environment,
        LocalDate expiresOn) {

    /// Characters of the message that an occurrence over budget keeps.
    private static final int CUT_MESSAGE = 500;

    /// More than any project can set, so that nobody keeps one for ever.
    private static final int MOST_DAYS = RetentionSettings.MAX_OCCURRENCE_DAYS + 7;

    public Occurrence {
        requireNonNull(project, "project");
        requireNonNull(groupId, "groupId");
        requireNonNull(eventId, "eventId");
        requireNonNull(timestamp, "timestamp");
        requireNonNull(appendTime, "appendTime");
        requireNonNull(position, "position");
        requireNonNull(message, "message");
        // Absent in records of the first version.
        fingerprint = fingerprint == null ? List.of() : List.copyOf(fingerprint);
        scrubbed = scrubbed == null ? Map.of() : Map.copyOf(scrubbed);
        expiresOn = expiresOn == null ? RetentionSettings.DEFAULT.expiresOn(appendTime) : expiresOn;
        if (expiresOn.isAfter(appendTime.atOffset(UTC).toLocalDate().plusDays(MOST_DAYS))) {
            throw new IllegalArgumentException("expires_on is too late");
        }
    }

    public static Occurrence whole(
            Fact fact, EventId eventId, ErrorEvent event, LocalDate expiresOn) {
        return whole(
                fact.project(),
                fact.groupId(),
                eventId,
                fact.eventTime(),
                fact.appendTime(),
                fact.position(),
                event,
                expiresOn);
    }

    /// The whole payload of an event of this group.
    public static Occurrence whole(
            ProjectId project,
            GroupId groupId,
            EventId eventId,
            Instant timestamp,
            Instant appendTime,
            RawPosition position,
            ErrorEvent event,
            LocalDate expiresOn) {
        return new Occurrence(
                project,
                groupId,
                eventId,
                timestamp,
                appendTime,
                position,
                event.message(),
                event.stackTrace(),
                event.context(),
                event.url(),
                event.userAgent(),
                event.ipAddress(),
                event.fingerprint(),
                event.scrubbed(),
                false,
                event.severity(),
                event.source(),
                event.environment(),
                expiresOn);
    }

    /// The least that a group needs to be shown: the beginning of its message.
    public static Occurrence cut(
            Fact fact, EventId eventId, ErrorEvent event, LocalDate expiresOn) {
        String message = event.message();
        int end = Math.min(message.length(), CUT_MESSAGE);
        if (Character.isHighSurrogate(message.charAt(end - 1))) {
            end--;
        }
        return new Occurrence(
                fact.project(),
                fact.groupId(),
                eventId,
                fact.eventTime(),
                fact.appendTime(),
                fact.position(),
                message.substring(0, end),
                null,
                null,
                null,
                null,
                null,
                event.fingerprint(),
                event.scrubbed(),
                true,
                event.severity(),
                event.source(),
                event.environment(),
                expiresOn);
    }

    /// The same payload, of another group.
    public Occurrence inGroup(GroupId group) {
        return new Occurrence(
                project,
                group,
                eventId,
                timestamp,
                appendTime,
                position,
                message,
                stackTrace,
                context,
                url,
                userAgent,
                ipAddress,
                fingerprint,
                scrubbed,
                cut,
                severity,
                source,
                environment,
                expiresOn);
    }
}
