package dev.faultline.query.team;

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
    /// @param mail whether the link was sent to the address: `sent`, `failed`, or `not_configured`
    ///   where the project has no e-mail integration
    /// @param mailError why it failed; null if it did not
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
            String mail,
            @Nullable String mailError) {

        static Invited of(Team.Invited invited, String link, Mailing mailing, Instant now) {
            MemberAnswer member = MemberAnswer.of(invited.member(), null, now);
            return new Invited(
                    member.id,
                    member.name,
                    member.email,
                    member.role,
                    member.status,
                    null,
                    member.createdAt,
                    link,
                    invited.expiresAt(),
                    switch (mailing) {
                        case Mailing.Sent _ -> "sent";
                        case Mailing.NotConfigured _ -> "not_configured";
                        case Mailing.Failed _ -> "failed";
                    },
                    mailing instanceof Mailing.Failed failed ? failed.reason() : null);
        }
    }

    /// Somebody who has just joined.
    ///
    /// @param apiKey shown once
    record Joined(MemberAnswer member, String project, String apiKey) {}
}
