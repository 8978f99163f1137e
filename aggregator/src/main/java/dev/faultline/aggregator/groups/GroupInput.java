package dev.faultline.aggregator.groups;

import dev.faultline.aggregator.cells.Sighting;
import dev.faultline.aggregator.counts.Happening;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.count.EventCounts;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What changes a group.
sealed interface GroupInput {

    /// The state after this.
    @Nullable GroupState applyTo(@Nullable GroupState state);

    /// What the counts of the project gain by this; empty if nothing.
    ///
    /// @param state before this
    Optional<Happening> happening(@Nullable GroupState state);

    /// What alert rules may count by this.
    ///
    /// @param group id of the group
    /// @param state before this
    List<Sighting> sightings(String group, @Nullable GroupState state);

    /// An event.
    record Counted(Fact fact) implements GroupInput {

        @Override
        public @Nullable GroupState applyTo(@Nullable GroupState state) {
            return GroupState.apply(state, fact);
        }

        @Override
        public Optional<Happening> happening(@Nullable GroupState state) {
            return GroupState.counts(state, fact)
                    ? Optional.of(
                            new Happening(
                                    fact.project(),
                                    fact.eventTime(),
                                    EventCounts.of(fact.severity(), fact.count())))
                    : Optional.empty();
        }

        @Override
        public List<Sighting> sightings(String group, @Nullable GroupState state) {
            if (!GroupState.counts(state, fact)) {
                return List.of();
            }
            Sighting event = sighting(Signal.EVENTS, group, fact.count());
            if (state == null || state.isDeleted()) {
                return List.of(event, sighting(Signal.NEW_GROUPS, group, 1));
            }
            return state.reopensBy(fact)
                    ? List.of(event, sighting(Signal.REGRESSIONS, group, 1))
                    : List.of(event);
        }

        private Sighting sighting(Signal signal, String group, int count) {
            return new Sighting(
                    fact.project(),
                    new Facets(signal, fact.severity(), fact.source(), fact.environment()),
                    group,
                    fact.eventTime(),
                    count);
        }
    }

    /// A command, with what its record says: when the broker appended it, in milliseconds, and
    /// where.
    record Commanded(GroupCommand command, long appendTime, long offset) implements GroupInput {

        /// A command for a group that nobody knows is for one whose events are gone: there is
        /// nothing to do.
        @Override
        public @Nullable GroupState applyTo(@Nullable GroupState state) {
            if (state == null || offset <= state.commandOffset()) {
                return state;
            }
            return switch (command) {
                case GroupCommand.Resolve _ -> state.resolve(appendTime, offset);
                case GroupCommand.Delete _ -> state.delete(appendTime, offset);
                case GroupCommand.Expire _ -> forgets(state) ? null : state;
            };
        }

        /// A resolution happened if the group was unresolved and is resolved now.
        @Override
        public Optional<Happening> happening(@Nullable GroupState state) {
            if (state == null || state.status() != GroupStatus.UNRESOLVED) {
                return Optional.empty();
            }
            return Optional.ofNullable(applyTo(state))
                    .filter(after -> after.status() == GroupStatus.RESOLVED)
                    .map(after ->
                            new Happening(
                                    after.project(),
                                    Instant.ofEpochMilli(appendTime),
                                    EventCounts.ONE_RESOLVED));
        }

        /// A group whose newer events were counted before it was resolved comes again at once.
        @Override
        public List<Sighting> sightings(String group, @Nullable GroupState state) {
            return state != null
                            && offset > state.commandOffset()
                            && command instanceof GroupCommand.Resolve
                            && state.regressesAt(appendTime)
                    ? List.of(
                            new Sighting(
                                    state.project(),
                                    new Facets(
                                            Signal.REGRESSIONS,
                                            state.severity(),
                                            state.source(),
                                            state.environment()),
                                    group,
                                    Instant.ofEpochMilli(state.maxAppend()),
                                    1))
                    : List.of();
        }

        /// Whether there is nothing to know of the group after this, because it is too long ago.
        ///
        /// @param state before this or after it
        boolean forgets(@Nullable GroupState state) {
            return command instanceof GroupCommand.Expire expire
                    && (state == null
                            || (offset > state.commandOffset()
                                    && state.isNotSeenSince(
                                            appendTime
                                                    - Duration.ofDays(expire.days()).toMillis())));
        }
    }
}
