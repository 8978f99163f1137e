package dev.faultline.aggregator.groups;

import dev.faultline.group.Fact;
import dev.faultline.group.GroupCommand;
import org.jspecify.annotations.Nullable;

/// What changes a group.
sealed interface GroupInput {

    /// The state after this.
    @Nullable GroupState applyTo(@Nullable GroupState state);

    /// An event.
    record Counted(Fact fact) implements GroupInput {

        @Override
        public @Nullable GroupState applyTo(@Nullable GroupState state) {
            return GroupState.apply(state, fact);
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
            };
        }
    }
}
