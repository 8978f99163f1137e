package dev.faultline.query.recovery;

import dev.faultline.group.GroupId;
import dev.faultline.query.cache.Generations;
import dev.faultline.query.progress.Pulse;
import dev.faultline.web.ApiException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches payloads for groups that can't be shown, because they have none.
///
/// That happens when a group comes back after a delete with an event whose payload was not sampled,
/// and when the projector was away for longer than sampled payloads are kept. Every new group is
/// without a payload for a moment, too, so only those are fetched that were without one at the last
/// look already. Used on one thread.
final class PayloadRecovery {

    private static final Logger LOGGER = LoggerFactory.getLogger(PayloadRecovery.class);
    private static final int GROUPS_AT_A_TIME = 50;

    private final MissingPayloads missing;
    private final LoggedPayloads payloads;
    private final Generations generations;
    private final Pulse pulse;
    private Set<GroupId> before = Set.of();
    private boolean failing;

    PayloadRecovery(
            MissingPayloads missing,
            LoggedPayloads payloads,
            Generations generations,
            Pulse pulse) {
        this.missing = missing;
        this.payloads = payloads;
        this.generations = generations;
        this.pulse = pulse;
    }

    void look() {
        try {
            List<GroupWithoutPayload> now = missing.first(GROUPS_AT_A_TIME);
            boolean allWell =
                    now.stream()
                            .filter(group -> before.contains(group.id()))
                            .map(this::recover)
                            .reduce(true, Boolean::logicalAnd);
            before = now.stream().map(GroupWithoutPayload::id).collect(Collectors.toSet());
            failing &= !allWell;
        } catch (DataAccessException e) {
            failed(e);
        } catch (RuntimeException e) {
            LOGGER.error("Payloads can't be recovered", e);
        }
    }

    /// @return whether it went well; what hinders one group need not hinder the next
    private boolean recover(GroupWithoutPayload group) {
        try {
            missing.store(payloads.latest(group));
            generations.renew(Set.of(group.project()));
            pulse.committed();
            return true;
        } catch (DataAccessException | ApiException e) {
            failed(e);
            return false;
        }
    }

    private void failed(RuntimeException failure) {
        if (!failing) {
            LOGGER.warn("A payload can't be recovered now: {}", failure.getMessage());
        }
        failing = true;
    }
}
