package dev.faultline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationLinkTest {

    private static final String TOKEN = KeySecret.ofInvitation(new Random(1));

    @ParameterizedTest
    @CsvSource({
        "https://errors.example.com,        https://errors.example.com/invite#token=",
        "https://errors.example.com/,       https://errors.example.com/invite#token=",
        "https://example.com:8443/errors/,  https://example.com:8443/errors/invite#token="
    })
    void knowsWhatItMakes(URI publicUrl, String beginning) {
        String link = InvitationLink.of(publicUrl, TOKEN);

        assertThat(link).isEqualTo(beginning + TOKEN);
        assertThat(InvitationLink.isOne(publicUrl, link)).isTrue();
        assertThat(InvitationLink.isOne(URI.create("https://other.example"), link)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "it_live_", "sk_live_", " \n<b>"})
    void takesNoOtherText(String token) {
        URI publicUrl = URI.create("https://errors.example.com");

        assertThat(InvitationLink.isOne(publicUrl, InvitationLink.of(publicUrl, token))).isFalse();
    }
}
