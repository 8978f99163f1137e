package dev.faultline.query.projection;

import dev.faultline.count.CountCell;
import dev.faultline.event.ProjectId;
import dev.faultline.group.Alias;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.Occurrence;
import dev.faultline.usage.KeyUsage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one record of the projected topics says.
sealed interface Change {

    /// Whose answers it changes; empty if nobody can see it.
    Optional<ProjectId> project();

    /// What it is about, for people.
    String subject();

    /// How a group stands.
    record State(GroupSnapshot snapshot) implements Change {

        @Override
        public Optional<ProjectId> project() {
            return Optional.of(snapshot.project());
        }

        @Override
        public String subject() {
            return "the state of group " + snapshot.groupId();
        }
    }

    /// The group is forgotten: nothing is known of it until its next state.
    ///
    /// @param named its project; null if the record does not say
    record Forgotten(GroupId group, @Nullable ProjectId named) implements Change {

        @Override
        public Optional<ProjectId> project() {
            return Optional.ofNullable(named);
        }

        @Override
        public String subject() {
            return "the end of group " + group;
        }
    }

    /// What an event of a group holds.
    ///
    /// @param stored whether it has been read and stored before, under another group's id
    record Payload(Occurrence occurrence, boolean stored) implements Change {

        Payload(Occurrence occurrence) {
            this(occurrence, false);
        }

        @Override
        public Optional<ProjectId> project() {
            return Optional.of(occurrence.project());
        }

        @Override
        public String subject() {
            return "a payload of group " + occurrence.groupId();
        }
    }

    /// What happened in a piece of time.
    record Counts(CountCell cell) implements Change {

        @Override
        public Optional<ProjectId> project() {
            return Optional.of(cell.project());
        }

        @Override
        public String subject() {
            return "the counts of " + cell.key();
        }
    }

    /// An id leads to a group.
    record Renamed(Alias alias) implements Change {

        @Override
        public Optional<ProjectId> project() {
            return Optional.of(alias.project());
        }

        @Override
        public String subject() {
            return "the alias " + alias.id();
        }
    }

    /// An id leads nowhere any more.
    record Unnamed(GroupId id) implements Change {

        @Override
        public Optional<ProjectId> project() {
            return Optional.empty();
        }

        @Override
        public String subject() {
            return "the end of alias " + id;
        }
    }

    /// An event that was not counted.
    record Uncounted(EventOutcome outcome) implements Change {

        @Override
        public Optional<ProjectId> project() {
            return Optional.empty();
        }

        @Override
        public String subject() {
            return "the outcome of " + outcome.position();
        }
    }

    /// What a key used.
    record Used(KeyUsage usage) implements Change {

        /// Of the project's errors it changes nothing.
        @Override
        public Optional<ProjectId> project() {
            return Optional.empty();
        }

        @Override
        public String subject() {
            return "the usage of key " + usage.keyId();
        }
    }
}
