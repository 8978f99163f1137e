package dev.faultline.group;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.grouping.Fingerprint;
import java.time.Instant;

/// One event as its group counts it, without payload: what a storm costs downstream.
///
/// Produced by the aggregator's first stage, consumed by its second.
///
/// @param count how many events it stands for: 1, or 0 for a duplicate, which only moves the
///   group's positions
/// @param appendTime when the broker appended the raw record; this orders events against commands
/// @param eventTime when it happened, near [#appendTime]; this chooses first and last seen
/// @param position where the raw record stands
/// @param routing how it finds its group; [Routing#PLAIN] if that is the fingerprint's
public record Fact(
        int count,
        ProjectId project,
        Fingerprint fingerprint,
        Severity severity,
        String source,
        String environment,
        Instant eventTime,
        Instant appendTime,
        RawPosition position,
        Routing routing)
        implements FactsRecord {

    public Fact {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative");
        }
    }

    /// A fact that belongs to the group of its fingerprint.
    public Fact(
            int count,
            ProjectId project,
            Fingerprint fingerprint,
            Severity severity,
            String source,
            String environment,
            Instant eventTime,
            Instant appendTime,
            RawPosition position) {
        this(
                count,
                project,
                fingerprint,
                severity,
                source,
                environment,
                eventTime,
                appendTime,
                position,
                Routing.PLAIN);
    }

    /// The fact of the same event as a duplicate.
    public Fact countingNothing() {
        return with(0, routing);
    }

    public Fact routed(Routing value) {
        return with(count, value);
    }

    private Fact with(int newCount, Routing newRouting) {
        return new Fact(
                newCount,
                project,
                fingerprint,
                severity,
                source,
                environment,
                eventTime,
                appendTime,
                position,
                newRouting);
    }

    /// The group of its fingerprint.
    public GroupId groupId() {
        return GroupId.of(project, fingerprint);
    }
}
