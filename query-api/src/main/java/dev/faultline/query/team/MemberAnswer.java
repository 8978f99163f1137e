package dev.faultline.query.team;

import dev.faultline.access.AccessSettings;
import dev.faultline.access.MemberRecord;
import dev.faultline.access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A member as the API shows it.
///
/// @param status `invited`, `active`, or `expired` where nobody followed the invitation in time
/// @param lastActive when a key of the member was used last; null: never
record MemberAnswer(
        String id,
        String name,
        String email,
        Role role,
        String status,
        @Nullable Instant lastActive,
        Instant createdAt) {

    static MemberAnswer of(MemberRecord member, @Nullable Instant lastActive, Instant now) {
        return new MemberAnswer(
                member.id(),
                member.name(),
                member.email(),
                member.role(),
                status(member, now),
                lastActive,
                member.createdAt());
    }

    private static String status(MemberRecord member, Instant now) {
        if (member.hasJoined()) {
            return "active";
        }
        MemberRecord.Invitation invitation = member.invitation();
        return invitation != null && invitation.isOpen(now) ? "invited" : "expired";
    }

    /// Somebody who has just been invited: the only answer that ever holds the link.
    ///
    /// @param mail whether the link was sent: `not_configured`
    record Invited(
            String id,
            String name,
            String email,
            Role role,
            String status,
            @Nullable Instant lastActive,
            Instant createdAt,
            String inviteUrl,
            Instant inviteExpiresAt,
            String mail) {

        static Invited of(Team.Invited invited, AccessSettings settings, Instant now) {
            MemberAnswer member = MemberAnswer.of(invited.member(), null, now);
            return new Invited(
                    member.id,
                    member.name,
                    member.email,
                    member.role,
                    member.status,
                    null,
                    member.createdAt,
                    link(settings, invited.token()),
                    invited.expiresAt(),
                    "not_configured");
        }

        /// The token stands behind the `#`, which browsers keep to themselves: no log has it.
        private static String link(AccessSettings settings, String token) {
            String base = settings.publicUrl().toString();
            return "%s/invite#token=%s"
                    .formatted(
                            base.endsWith("/") ? base.substring(0, base.length() - 1) : base,
                            token);
        }
    }

    /// Somebody who has just joined.
    ///
    /// @param apiKey shown once
    record Joined(MemberAnswer member, String project, String apiKey) {}
}
