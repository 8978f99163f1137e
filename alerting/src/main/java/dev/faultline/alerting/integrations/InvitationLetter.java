package dev.faultline.alerting.integrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.alerting.delivery.Letter;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// What somebody who is invited gets to read. Pure.
///
/// @param name of the project
/// @param inviter who invites; null: the operator, or somebody with the operator's key
record InvitationLetter(ProjectId project, String name, @Nullable String inviter) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final String CAUTION =
            "The link is good once, for whoever has it: do not pass it on. If you do not know what this is about, do nothing.";

    Letter of(SentInvitation invitation, String id, Instant now) {
        return new Letter(
                id,
                project,
                now,
                "You are invited to %s on Faultline".formatted(name),
                text(invitation),
                html(invitation));
    }

    private String text(SentInvitation invitation) {
        return """
        %s

        Join here until %s:

        %s

        %s
        """
                .formatted(
                        opening(invitation),
                        TIME.format(invitation.expiresAt()),
                        invitation.url(),
                        CAUTION);
    }

    private String html(SentInvitation invitation) {
        String url = escaped(invitation.url());
        return """
        <!doctype html><html><body>
        <p>%s</p>
        <p>Join here until %s:</p>
        <p><a href="%s">%s</a></p>
        <p>%s</p>
        </body></html>
        """
                .formatted(
                        escaped(opening(invitation)),
                        TIME.format(invitation.expiresAt()),
                        url,
                        url,
                        CAUTION);
    }

    private String opening(SentInvitation invitation) {
        return "%s the project %s on Faultline, as %s."
                .formatted(
                        inviter == null ? "You are invited to" : inviter + " invites you to",
                        name,
                        invitation.role().text());
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, UTF_8.name());
    }
}
