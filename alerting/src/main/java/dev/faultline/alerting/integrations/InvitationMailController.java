package dev.faultline.alerting.integrations;

import dev.faultline.access.ApiKey;
import dev.faultline.alerting.delivery.Delivery;
import dev.faultline.project.JsonFields;
import dev.faultline.project.SettingsBody;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Mails invitations for the query API, which asks in the name of who invites.
@RestController
class InvitationMailController {

    private final InvitationMail mail;
    private final URI publicUrl;
    private final InstantSource clock;

    InvitationMailController(InvitationMail mail, URI publicUrl, InstantSource clock) {
        this.mail = mail;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @PostMapping(
            path = "/api/settings/integrations/email/invitations",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Sent> send(ApiKey caller, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        SentInvitation invitation =
                SettingsBody.checked(() -> SentInvitation.read(body, publicUrl, clock.instant()));
        return Envelope.of(Sent.of(mail.send(caller, invitation)));
    }

    /// How it ended.
    ///
    /// @param error why it was not delivered; null if it was
    record Sent(boolean delivered, @Nullable String error) {

        static Sent of(Delivery delivery) {
            return new Sent(delivery instanceof Delivery.Delivered, delivery.failure());
        }
    }
}
