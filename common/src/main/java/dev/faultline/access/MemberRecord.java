package dev.faultline.access;

import static java.util.Objects.requireNonNull;

import dev.faultline.event.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who belongs to a project, or is invited to. Whoever belongs to two projects is a member
/// of each.
///
/// @param id a UUID
/// @param email as it was given
/// @param joinedAt when the invitation was accepted; null: not yet
/// @param invitation null once it is accepted, and for who made the project
public record MemberRecord(
        String id,
        ProjectId project,
        String email,
        String name,
        Role role,
        Instant createdAt,
        @Nullable Instant joinedAt,
        @Nullable Invitation invitation)
        implements AccessRecord {

    static final String PREFIX = "member/";

    public MemberRecord {
        requireNonNull(id, "id");
        requireNonNull(project, "project");
        requireNonNull(email, "email");
        requireNonNull(role, "role");
    }

    /// @param tokenHmac of the token in the link ([KeyHasher])
    public record Invitation(String tokenHmac, Instant sentAt, Instant expiresAt) {

        public boolean isOpen(Instant now) {
            return now.isBefore(expiresAt);
        }
    }

    @Override
    public String recordKey() {
        return PREFIX + id;
    }

    public boolean hasJoined() {
        return joinedAt != null;
    }

    public MemberRecord as(Role newRole) {
        return new MemberRecord(id, project, email, name, newRole, createdAt, joinedAt, invitation);
    }

    public MemberRecord invited(Role newRole, Invitation newInvitation) {
        return new MemberRecord(id, project, email, name, newRole, createdAt, null, newInvitation);
    }

    public MemberRecord joined(String newName, Instant at) {
        return new MemberRecord(id, project, email, newName, role, createdAt, at, null);
    }
}
