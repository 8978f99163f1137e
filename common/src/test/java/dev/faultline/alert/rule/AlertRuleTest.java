package dev.faultline.alert.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.alert.message.AlertTransition;
import dev.faultline.event.ProjectId;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRuleTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AlertRule RULE =
            new AlertRule(
                    UUID.fromString("0198f6a2-5d5c-7c3e-9a41-2f6d1f0b8a11"),
                    new ProjectId("shop"),
                    "High Error Rate",
                    "error_count > threshold in time_window",
                    BigDecimal.valueOf(50),
                    "5 minutes",
                    true,
                    List.of("email", "slack"),
                    AlertSeverity.CRITICAL,
                    Duration.ofHours(1),
                    false,
                    new TreeMap<>(Map.of("team", "payments", "area", "checkout")),
                    null,
                    NOON,
                    2,
                    NOON.minusSeconds(60),
                    NOON);

    @Test
    void standsInItsTopicAsTheGoldenFileSays() throws IOException {
        assertThat(new String(AlertRuleJson.write(RULE), UTF_8))
                .isEqualTo(golden("alert-rule.json"));
        assertThat(AlertRuleJson.read(golden("alert-rule.json").getBytes(UTF_8))).isEqualTo(RULE);
        assertThat(RULE.key()).isEqualTo("shop|0198f6a2-5d5c-7c3e-9a41-2f6d1f0b8a11");
    }

    @Test
    void ignoresWhatANewerWriterAdds() throws IOException {
        String newer = golden("alert-rule.json").replaceFirst("\\{", "{\"added\":{\"in\":[1]},");

        assertThat(AlertRuleJson.read(newer.getBytes(UTF_8))).isEqualTo(RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"id\":1}", "{\"severity\":\"huge\"}"})
    void refusesWhatIsNoRule(String json) {
        assertThatThrownBy(() -> AlertRuleJson.read(json.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fillsItsConditionByItsFields() {
        assertThat(RULE.parsed().threshold()).contains(BigDecimal.valueOf(50));
        assertThat(RULE.parsed().timeWindow()).contains(Duration.ofMinutes(5));
    }

    @Test
    void isPartOfTheTransitionsThatItCauses() throws IOException {
        var topic = new TopicCatalog(new TopicSettings("", 1, (short) 1)).alertTransitions();
        var resolved =
                new AlertTransition(
                        UUID.fromString("c9f7b5c0-7a0d-5e0e-8a40-5b7f6d0f8a11"),
                        AlertTransition.Kind.RESOLVED,
                        RULE,
                        "checkout",
                        NOON,
                        NOON.plusSeconds(300),
                        null,
                        null,
                        "recovered",
                        List.of());

        assertThat(new String(topic.valueSerde().serializer().serialize("", resolved), UTF_8))
                .isEqualTo(golden("alert-transition.json"));
        assertThat(
                        topic.valueSerde()
                                .deserializer()
                                .deserialize("", golden("alert-transition.json").getBytes(UTF_8)))
                .isEqualTo(resolved);
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = AlertRuleTest.class.getResourceAsStream("/contract/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8).strip();
        }
    }
}
