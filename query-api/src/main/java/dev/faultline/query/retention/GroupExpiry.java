package dev.faultline.query.retention;

import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupId;
import dev.faultline.project.ProjectSettingsBook;
import dev.faultline.query.errors.CommandPublisher;
import dev.faultline.query.retention.UnseenGroupRepository.Unseen;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Proposes to the aggregator to forget groups that no event came for in the days that their
/// project sets. The aggregator decides; its tombstone removes them here, too. Used on one thread
/// only.
final class GroupExpiry {

    private static final Logger LOGGER = LoggerFactory.getLogger(GroupExpiry.class);

    private static final int GROUPS_AT_A_TIME = 1_000;
    private static final int GROUPS_IN_A_RUN = 5_000;
    private static final Duration INTERVAL = Duration.ofHours(1);

    /// A deletion has to be remembered for as long as an event from before it can come: until it
    /// has left the raw topic.
    private static final int LEAST_DAYS_OF_A_DELETION = 8;

    private final UnseenGroupRepository groups;
    private final CommandPublisher commands;
    private final AliasTombstones aliases;
    private final ProjectSettingsBook settings;
    private final InstantSource clock;
    private Instant due = Instant.MIN;
    private int left;

    GroupExpiry(
            UnseenGroupRepository groups,
            CommandPublisher commands,
            AliasTombstones aliases,
            ProjectSettingsBook settings,
            InstantSource clock) {
        this.groups = groups;
        this.commands = commands;
        this.aliases = aliases;
        this.settings = settings;
        this.clock = clock;
    }

    /// By one process at a time. Where there is much to propose, it goes on in the next run;
    /// otherwise it looks again an hour later.
    void run() {
        aliases.publish(groups.forgottenAliases(GROUPS_AT_A_TIME));
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return;
        }
        left = GROUPS_IN_A_RUN;
        eachProject(false, project -> proposeUnseen(project, now));
        eachProject(true, project -> proposeDeleted(project, now));
        if (left > 0) {
            due = now.plus(INTERVAL);
        }
    }

    private void eachProject(boolean deleted, Consumer<ProjectId> work) {
        Optional<ProjectId> project = groups.projectAfter("", deleted);
        while (project.isPresent() && left > 0) {
            work.accept(project.get());
            project = groups.projectAfter(project.get().value(), deleted);
        }
    }

    private void proposeUnseen(ProjectId project, Instant now) {
        int days = settings.of(project).retention().groupDays();
        @Nullable Unseen last = null;
        while (left > 0) {
            List<Unseen> page = groups.unseen(project, before(now, days), last, GROUPS_AT_A_TIME);
            propose(project, days, page.stream().map(Unseen::id).toList());
            if (page.size() < GROUPS_AT_A_TIME) {
                return;
            }
            last = page.getLast();
        }
    }

    private void proposeDeleted(ProjectId project, Instant now) {
        int days = Math.max(settings.of(project).retention().groupDays(), LEAST_DAYS_OF_A_DELETION);
        propose(project, days, groups.deleted(project, before(now, days), GROUPS_AT_A_TIME));
    }

    private void propose(ProjectId project, int days, List<GroupId> ids) {
        if (!ids.isEmpty()) {
            commands.publish(ids, new GroupCommand.Expire(project, days));
            left -= ids.size();
            LOGGER.info(
                    "Asked to forget {} groups of project {} that nobody has seen for {} days",
                    ids.size(),
                    project,
                    days);
        }
    }

    private static Instant before(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }
}
