package dev.faultline.alerting.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.access.Role;
import dev.faultline.alerting.delivery.Letter;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvitationLetterTest {

    private static final String LINK = "https://errors.example.com/invite#token=it_live_1";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static Letter letter(String name, @Nullable String inviter) {
        return new InvitationLetter(new ProjectId("shop"), name, inviter)
                .of(
                        new SentInvitation(
                                "jo@example.com",
                                LINK,
                                Role.DEVELOPER,
                                Instant.parse("2026-01-09T13:04:05Z")),
                        "invitation_1",
                        NOW);
    }

    @Test
    void tellsWhoInvitesToWhatAndUntilWhen() {
        Letter letter = letter("Web Shop", "Ann");

        assertThat(letter.subject()).isEqualTo("You are invited to Web Shop on Faultline");
        assertThat(letter.text())
                .startsWith("Ann invites you to the project Web Shop on Faultline, as developer.\n")
                .contains("until 9 January 2026, 13:04 UTC", "\n" + LINK + "\n");
        assertThat(letter.html()).contains("<a href=\"%s\">%s</a>".formatted(LINK, LINK));
        assertThat(letter.toString()).doesNotContain("it_live");
    }

    @Test
    void namesNobodyWhereTheOperatorInvites() {
        assertThat(letter("Web Shop", null).text())
                .startsWith("You are invited to the project Web Shop on Faultline, as developer.");
    }

    @Test
    void letsNamesBeNothingButText() {
        Letter letter = letter("A\u2028\r\nBcc: victim@example.com", "<script>\"&");

        assertThat(letter.subject())
                .isEqualTo("You are invited to A Bcc: victim@example.com on Faultline");
        assertThat(letter.html())
                .contains("&lt;script&gt;&quot;&amp; invites")
                .doesNotContain("<script>");
    }
}
