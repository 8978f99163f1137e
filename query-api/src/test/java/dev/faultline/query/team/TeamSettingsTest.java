package dev.faultline.query.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamSettingsTest {

    @Test
    void takesAnAddress() {
        assertThat(new TeamSettings(URI.create("https://alerting:9000")).alertingUrl())
                .hasPort(9000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://localhost", "/alerting", "http:///x"})
    void refusesWhatIsNoAddress(URI url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TeamSettings(url))
                .withMessage("ALERTING_URL must be a URL like http://localhost:8080");
    }
}
