package dev.faultline.alerting.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.access.KeySecret;
import dev.faultline.access.Role;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import java.net.URI;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class SentInvitationTest {

    private static final URI PUBLIC_URL = URI.create("https://errors.example.com/");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String LINK =
            "https://errors.example.com/invite#token=" + KeySecret.ofInvitation(new Random(1));

    private static ObjectNode body() {
        return Json.mapper()
                .createObjectNode()
                .put("to", "jo@example.com")
                .put("url", LINK)
                .put("role", "viewer")
                .put("expires_at", "2026-01-09T03:04:05Z");
    }

    private static SentInvitation read(ObjectNode body) {
        return SentInvitation.read(new JsonFields("", body), PUBLIC_URL, NOW);
    }

    @Test
    void readsWhatTheQueryApiSends() {
        assertThat(read(body()))
                .isEqualTo(
                        new SentInvitation(
                                "jo@example.com",
                                LINK,
                                Role.VIEWER,
                                Instant.parse("2026-01-09T03:04:05Z")))
                .asString()
                .doesNotContain("token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to | '' | to must be one line",
                "to | jo | to must be an e-mail address",
                "to | a@example.com,b@example.com | to must be an e-mail address",
                "to | Jo <jo@example.com> | to must be an e-mail address",
                "url | https://evil.example/invite#token=x | url must be https://errors.example.com/invite#token= and a token: PUBLIC_URL",
                "url | https://errors.example.com/invite#token=it_live_x | url must be",
                "role | king | role must be one of",
                "expires_at | tomorrow | expires_at must be a time",
                "expires_at | 2026-01-02T03:04:05Z | expires_at must be in the future",
                "bcc | victim@example.com | bcc is unknown"
            })
    void refusesWhatIsNone(String field, String value, String sentence) {
        ObjectNode body = body().put(field, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(body))
                .withMessageStartingWith(sentence);
    }

    @ParameterizedTest
    @CsvSource({"to", "url", "role", "expires_at"})
    void needsEveryField(String field) {
        ObjectNode body = body();
        body.remove(field);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(body))
                .withMessage(field + " is required");
    }
}
