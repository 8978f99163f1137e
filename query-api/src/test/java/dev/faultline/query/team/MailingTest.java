package dev.faultline.query.team;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailingTest {

    private static Mailing of(int status, String body) {
        return Mailing.of(status, body.getBytes(UTF_8));
    }

    @Test
    void knowsThatItWasSent() {
        assertThat(of(200, "{\"data\":{\"delivered\":true,\"error\":null},\"status\":\"success\"}"))
                .isEqualTo(new Mailing.Sent());
    }

    @Test
    void knowsThatThereIsNoMail() {
        assertThat(of(409, "{\"error\":\"email is not configured\",\"status\":\"error\"}"))
                .isEqualTo(new Mailing.NotConfigured());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {\"data\":{\"delivered\":false,\"error\":\"No route\"}} | No route",
                "429 | {\"error\":\"Wait\",\"status\":\"error\"}               | Wait",
                "401 | {\"error\":\"Invalid key\",\"status\":\"error\"}        | Invalid key",
                "200 | {\"data\":{}}                                           | Alerting answered HTTP 200",
                "200 | []                                                      | Alerting answered HTTP 200",
                "404 | <html>                                                  | Alerting answered HTTP 404",
                "500 | {\"error\":{\"deep\":1}}                                | Alerting answered HTTP 500",
                "503 | ``                                                      | Alerting answered HTTP 503"
            })
    void tellsWhyItFailed(int status, String body, String reason) {
        assertThat(of(status, body)).isEqualTo(new Mailing.Failed(reason));
    }

    @Test
    void boundsWhatIsTold() {
        assertThat(of(500, "{\"error\":\"%s\"}".formatted("x".repeat(1000))))
                .isEqualTo(new Mailing.Failed("x".repeat(500)));
    }
}
