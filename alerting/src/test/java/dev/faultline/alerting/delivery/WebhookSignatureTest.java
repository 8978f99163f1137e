package dev.faultline.alerting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    /// The one that [the standard's own
    /// libraries](https://github.com/standard-webhooks/standard-webhooks/tree/main/libraries) test.
    @Test
    void agreesWithTheStandard() {
        WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        String signature =
                WebhookSignature.of(
                        List.of(secret),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithEverySecret() {
        WebhookSecret one = WebhookSecret.make(new SecureRandom());
        WebhookSecret other = WebhookSecret.make(new SecureRandom());
        byte[] body = {1};

        assertThat(WebhookSignature.of(List.of(one, other), "id", Instant.EPOCH, body))
                .isEqualTo(
                        WebhookSignature.of(List.of(one), "id", Instant.EPOCH, body)
                                + " "
                                + WebhookSignature.of(List.of(other), "id", Instant.EPOCH, body));
    }

    @Test
    void makesSecretsItCanRead() {
        WebhookSecret made = WebhookSecret.make(new SecureRandom());

        assertThat(WebhookSecret.parse(made.text()).text()).isEqualTo(made.text());
        assertThat(made).hasToString("whsec_****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_?", "whsec_****"})
    void refusesAnotherForm(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookSecret.parse(text))
                .withMessage("must be whsec_ and base64 of 24 to 64 bytes");
    }
}
