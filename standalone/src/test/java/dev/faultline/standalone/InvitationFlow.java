package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// From an invitation to a key that works, by mail. Needs an installation that may send to this
/// machine.
final class InvitationFlow {

    private static final String TEAM = "/api/settings/team";
    private static final String EMAIL = "/api/settings/integrations/email";
    private static final Pattern TOKEN = Pattern.compile("/invite#token=(\\w+)");

    private final Api api;

    InvitationFlow(Api api) {
        this.api = api;
    }

    void run() throws Exception {
        assertThat(invite().path("mail").stringValue()).isEqualTo("not_configured");

        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            configure(mail.getSmtp().getPort());
            JsonNode invited = invite();
            assertThat(invited.path("mail").stringValue()).isEqualTo("sent");
            assertThat(invited.path("mail_error").isNull()).isTrue();
            String token = token(mail);
            assertThat(invited.path("invite_url").stringValue()).endsWith(token);
            joins(token);
        } finally {
            mail.stop();
        }

        JsonNode failed = invite("late@team.example");
        assertThat(failed.path("mail").stringValue()).isEqualTo("failed");
        assertThat(failed.path("mail_error").stringValue()).contains("mail server");
        assertThat(failed.path("invite_url").stringValue()).matches(".*" + TOKEN.pattern());
    }

    private void configure(int port) {
        Api.Answer configured =
                api.putSettings(
                        EMAIL,
                        """
                        {"config": {"smtp_server": "127.0.0.1", "smtp_port": %d, "security": "none",
                                    "from_email": "faultline@team.example"}}
                        """
                                .formatted(port));
        assertThat(configured.status()).isEqualTo(200);
    }

    private JsonNode invite() {
        return invite("jo@team.example");
    }

    private JsonNode invite(String email) {
        Api.Answer invited =
                api.postSettings(
                        TEAM + "/invite",
                        "{\"email\": \"%s\", \"role\": \"developer\"}".formatted(email));
        assertThat(invited.status()).isEqualTo(201);
        return invited.data();
    }

    private static String token(GreenMail mail) throws Exception {
        assertThat(mail.getReceivedMessages()).hasSize(1);
        MimeMultipart both = (MimeMultipart) mail.getReceivedMessages()[0].getContent();
        return TOKEN.matcher(both.getBodyPart(0).getContent().toString())
                .results()
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow();
    }

    private void joins(String token) {
        Api.Answer joined =
                api.postSettings("/api/team/accept", "{\"token\": \"%s\"}".formatted(token));
        assertThat(joined.status()).isEqualTo(201);
        assertThat(joined.data().path("member").path("email").stringValue())
                .isEqualTo("jo@team.example");
        String key = joined.data().path("api_key").stringValue();
        String event = "{\"message\": \"By a member\", \"source\": \"team\"}";
        assertThat(api.postAs(key, event).status()).isEqualTo(201);
    }
}
