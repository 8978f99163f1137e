package dev.faultline.alerting.integrations;

import dev.faultline.access.InvitationLink;
import dev.faultline.access.Role;
import dev.faultline.project.JsonFields;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;

/// An invitation to a project, as the query API hands it over to be sent.
///
/// @param to an e-mail address
/// @param url that of an invitation to this installation, nothing else
/// @param role which the invited will have
/// @param expiresAt from when on the link is worth nothing
record SentInvitation(String to, String url, Role role, Instant expiresAt) {

    private static final Set<String> FIELDS = Set.of("to", "url", "role", "expires_at");
    private static final int MAX_EMAIL = 254;
    private static final int MAX_URL = 1000;

    /// @param publicUrl what the link must begin with
    /// @param now which the expiry must be after
    /// @throws IllegalArgumentException a sentence that says what is wrong
    static SentInvitation read(JsonFields body, URI publicUrl, Instant now) {
        body.only(FIELDS);
        String to = Texts.line(body, "to", MAX_EMAIL);
        Texts.checkEmail("to", to);
        return new SentInvitation(
                to,
                link(Texts.line(body, "url", MAX_URL), publicUrl),
                role(Texts.line(body, "role", 20)),
                expiry(Texts.line(body, "expires_at", 40), now));
    }

    private static String link(String url, URI publicUrl) {
        if (!InvitationLink.isOne(publicUrl, url)) {
            throw new IllegalArgumentException(
                    "url must be %s and a token: PUBLIC_URL has to be the same at alerting and the query API"
                            .formatted(InvitationLink.beginning(publicUrl)));
        }
        return url;
    }

    private static Role role(String text) {
        return Role.parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "role must be one of owner, admin, developer, viewer"));
    }

    private static Instant expiry(String text, Instant now) {
        try {
            Instant expiry = Instant.parse(text);
            if (expiry.isAfter(now)) {
                return expiry;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "expires_at must be a time such as 2025-12-31T23:59:59Z", e);
        }
        throw new IllegalArgumentException("expires_at must be in the future");
    }

    /// Without the link.
    @Override
    public String toString() {
        return "SentInvitation[%s]".formatted(role.text());
    }
}
