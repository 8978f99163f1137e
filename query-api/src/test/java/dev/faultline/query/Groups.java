package dev.faultline.query;

import dev.faultline.event.EventId;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupStatus;
import dev.faultline.group.Occurrence;
import dev.faultline.group.RawPosition;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.retention.RetentionSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Snapshots and occurrences as the aggregator would publish them.
public final class Groups {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final ProjectId PROJECT = ProjectId.DEFAULT;

    private Groups() {}

    public static Fingerprint fingerprint(int n) {
        return new Fingerprint(1, "%032x".formatted(n));
    }

    public static GroupId id(int n) {
        return GroupId.of(PROJECT, fingerprint(n));
    }

    public static State state(int n) {
        return new State(PROJECT, n);
    }

    public static Occurrence occurrence(int n, String message, Instant time) {
        return occurrence(PROJECT, n, message, time, time);
    }

    public static Occurrence occurrence(
            int n, String message, Instant time, Map<String, Object> context) {
        return occurrence(PROJECT, n, message, time, time, context);
    }

    public static Occurrence occurrence(
            ProjectId project, int n, String message, Instant time, Instant appendTime) {
        return occurrence(project, n, message, time, appendTime, Map.of("n", n));
    }

    private static Occurrence occurrence(
            ProjectId project,
            int n,
            String message,
            Instant time,
            Instant appendTime,
            Map<String, Object> context) {
        return new Occurrence(
                project,
                GroupId.of(project, fingerprint(n)),
                new EventId("event-" + n + "-" + time.toEpochMilli()),
                time,
                appendTime,
                new RawPosition(0, n),
                message,
                "at frame " + n,
                context,
                null,
                "agent",
                "10.0.0.1",
                List.of(),
                Map.of(),
                false,
                Severity.ERROR,
                "backend",
                "production",
                RetentionSettings.DEFAULT.expiresOn(appendTime));
    }

    /// An event of a group, at this place of the log, that is kept for some days.
    public static Occurrence kept(int n, long offset, Instant appendTime, int days) {
        return new Occurrence(
                PROJECT,
                id(n),
                new EventId("event-%d-%d".formatted(n, offset)),
                appendTime,
                appendTime,
                new RawPosition(0, offset),
                "message " + offset,
                "at frame " + offset,
                Map.of("offset", offset),
                "https://example.com",
                "agent",
                "10.0.0.1",
                List.of(),
                Map.of("email", 2),
                false,
                Severity.FATAL,
                "checkout",
                "staging",
                new RetentionSettings(days, RetentionSettings.MAX_GROUP_DAYS)
                        .expiresOn(appendTime));
    }

    /// A snapshot in the making.
    public static final class State {

        private final ProjectId project;
        private final int n;
        private int generation = 1;
        private long version = 1;
        private long count = 1;
        private GroupStatus status = GroupStatus.UNRESOLVED;
        private Severity severity = Severity.ERROR;
        private String source = "backend";
        private Instant lastSeen = NOON;
        private Instant openedAt = NOON;
        private Instant createdAt = NOON;
        private Instant updatedAt = NOON;
        private List<Long> positions = List.of(0L);
        private long commandOffset = -1;

        public State(ProjectId project, int n) {
            this.project = project;
            this.n = n;
        }

        public State generation(int value) {
            generation = value;
            return this;
        }

        public State version(long value) {
            version = value;
            return this;
        }

        public State count(long value) {
            count = value;
            return this;
        }

        public State status(GroupStatus value) {
            status = value;
            return this;
        }

        public State severity(Severity value) {
            severity = value;
            return this;
        }

        public State source(String value) {
            source = value;
            return this;
        }

        public State lastSeen(Instant value) {
            lastSeen = value;
            return this;
        }

        public State openedAt(Instant value) {
            openedAt = value;
            return this;
        }

        public State createdAt(Instant value) {
            createdAt = value;
            return this;
        }

        public State updatedAt(Instant value) {
            updatedAt = value;
            return this;
        }

        public State positions(Long... values) {
            positions = List.of(values);
            return this;
        }

        public State commandOffset(long value) {
            commandOffset = value;
            return this;
        }

        public GroupSnapshot build() {
            return new GroupSnapshot(
                    project,
                    GroupId.of(project, fingerprint(n)),
                    fingerprint(n).value(),
                    1,
                    generation,
                    version,
                    count,
                    status,
                    false,
                    severity,
                    source,
                    "production",
                    NOON.minusSeconds(60),
                    lastSeen,
                    openedAt,
                    createdAt,
                    updatedAt,
                    status == GroupStatus.RESOLVED ? updatedAt : null,
                    positions,
                    commandOffset);
        }
    }
}
