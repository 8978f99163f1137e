package dev.faultline.alerting.integrations;

import dev.faultline.access.AccessBook;
import dev.faultline.access.ApiKey;
import dev.faultline.access.MemberRecord;
import dev.faultline.access.ProjectRecord;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Deliverer;
import dev.faultline.alerting.delivery.Delivery;
import dev.faultline.web.ApiException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sends invitations through a project's e-mail integration. What the integration's status says
/// stays as it is: a wrong address is no fault of the server. Thread-safe.
final class InvitationMail {

    private final Integrations integrations;
    private final AccessBook book;
    private final Deliverer deliverer;
    private final SendLimiter limiter;
    private final InstantSource clock;

    InvitationMail(
            Integrations integrations,
            AccessBook book,
            Deliverer deliverer,
            SendLimiter limiter,
            InstantSource clock) {
        this.integrations = integrations;
        this.book = book;
        this.deliverer = deliverer;
        this.limiter = limiter;
        this.clock = clock;
    }

    /// Sends, once, and waits for the outcome.
    ///
    /// @param caller who invites; project and inviter are named after what is known of it, not
    ///   after what it says
    /// @throws ApiException `409` if e-mail is not configured, `429` if the project sends too many
    Delivery send(ApiKey caller, SentInvitation invitation) {
        StoredIntegration stored = integrations.configured(caller.project(), Channel.EMAIL);
        EmailConfig email = (EmailConfig) integrations.open(stored);
        limiter.admit(caller.project());
        InvitationLetter letter =
                new InvitationLetter(caller.project(), projectName(caller), inviter(caller));
        return deliverer.deliver(
                email.target(List.of(invitation.to())),
                letter.of(invitation, "invitation_" + UUID.randomUUID(), clock.instant()));
    }

    private String projectName(ApiKey caller) {
        return book.project(caller.project())
                .map(ProjectRecord::name)
                .orElse(caller.project().value());
    }

    private @Nullable String inviter(ApiKey caller) {
        return Optional.ofNullable(caller.member())
                .flatMap(member -> book.member(caller.project(), member))
                .map(MemberRecord::name)
                .orElse(null);
    }
}
