package dev.faultline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a=b&c=d",
                "source=a%20b%09c%0Ad%0De",
                "source=%C3%A4&x=%E2%82%AC",
                "source=100%25",
                "a=%7e%7E%80%ff"
            })
    void takesWhatClientsSend(String query) {
        assertThat(RequestAddress.fault("/api/errors", query)).isEmpty();
        assertThat(RequestAddress.fault("/api/errors/%C3%A4", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a=%00", "a=b%01", "a=%1f", "a=%1B[31m", "%7F=1", "a=%0c"})
    void refusesControlCharacters(String text) {
        assertThat(RequestAddress.fault("/api/errors", text))
                .contains("A parameter must not hold control characters");
        assertThat(RequestAddress.fault("/api/" + text, null))
                .contains("The path must not hold control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%", "a=%2", "a=%zz", "a=%2g", "%-1", "a=100%&b=1"})
    void refusesWhatIsNotEncoded(String query) {
        assertThat(RequestAddress.fault("/api/errors", query))
                .contains("The parameters are not percent-encoded correctly");
    }

    @Test
    void isBounded() {
        String path = "/api/errors";
        String longest = "x".repeat(RequestAddress.MAX_LENGTH - path.length());
        String most = "&".repeat(RequestAddress.MAX_PARAMETERS - 1);

        assertThat(RequestAddress.fault(path, longest)).isEmpty();
        assertThat(RequestAddress.fault(path, longest + "x"))
                .contains("The URL is too long: at most 8192 characters");
        assertThat(RequestAddress.fault(path, most)).isEmpty();
        assertThat(RequestAddress.fault(path, most + "&"))
                .contains("Too many parameters: at most 100");
    }
}
