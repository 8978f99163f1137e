package dev.faultline.query.retention;

import static java.time.ZoneOffset.UTC;

import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.project.ProjectSettingsBook;
import dev.faultline.query.projection.GrowingGroups;
import dev.faultline.query.projection.OccurrencePartitions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/// Frees what occurrences take that are not shown any more.
final class OccurrenceCleanup {

    private static final int ROWS_AT_A_TIME = 1_000;
    private static final int DELETES_IN_A_RUN = 20;
    private static final int GROUPS_IN_A_RUN = 1_000;

    /// What is dropped within so many days is left to that.
    private static final int DAYS_LEFT_TO_DROPS = 7;

    /// Longer than sampled payloads are in the log.
    private static final Duration WITHOUT_STATE = Duration.ofDays(3);

    private final OccurrencePartitions partitions;
    private final CleanupRepository occurrences;
    private final GrowingGroups growing;
    private final ProjectSettingsBook settings;
    private final int perGroup;
    private final InstantSource clock;

    OccurrenceCleanup(
            OccurrencePartitions partitions,
            CleanupRepository occurrences,
            GrowingGroups growing,
            ProjectSettingsBook settings,
            int perGroup,
            InstantSource clock) {
        this.partitions = partitions;
        this.occurrences = occurrences;
        this.growing = growing;
        this.settings = settings;
        this.perGroup = perGroup;
        this.clock = clock;
    }

    /// By one process at a time.
    void run() {
        Instant now = clock.instant();
        partitions.dropBefore(now.atOffset(UTC).toLocalDate());
        // Who has set nothing has not lowered anything.
        settings.projects().forEach(project -> removeOlder(project, now));
        occurrences.removeWithoutState(now.minus(WITHOUT_STATE), ROWS_AT_A_TIME);
    }

    /// What stands in later partitions, since the project wanted to keep more days then.
    private void removeOlder(ProjectId project, Instant now) {
        int days = settings.of(project).retention().occurrenceDays();
        LocalDate left = now.atOffset(UTC).toLocalDate().plusDays(DAYS_LEFT_TO_DROPS);
        for (int i = 0; i < DELETES_IN_A_RUN; i++) {
            int removed =
                    occurrences.removeOlder(
                            project, now.minus(Duration.ofDays(days)), left, ROWS_AT_A_TIME);
            if (removed < ROWS_AT_A_TIME) {
                return;
            }
        }
    }

    /// By each process for the groups that it stores.
    void trim() {
        for (GroupId group : growing.take(GROUPS_IN_A_RUN)) {
            occurrences.removeSurplus(group, perGroup);
        }
    }
}
