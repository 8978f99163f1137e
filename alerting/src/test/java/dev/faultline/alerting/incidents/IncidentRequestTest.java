package dev.faultline.alerting.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentRequestTest {

    private static final IncidentFields BEFORE =
            new IncidentFields("Slow", AlertSeverity.HIGH, "Very", "bob");

    private static JsonFields body(String json) {
        return new JsonFields("", Json.strict().readTree(json.replace('\'', '"')));
    }

    private static IncidentFields edited(String json) {
        return IncidentRequest.edit(body(json)).apply(BEFORE);
    }

    @Test
    void isOfMediumSeverityIfNoneIsGiven() {
        assertThat(IncidentRequest.open(body("{'title': 'Slow', 'severity': null}")))
                .isEqualTo(new IncidentFields("Slow", AlertSeverity.MEDIUM, null, null));
    }

    @Test
    void takesBlankTextsForNone() {
        IncidentFields fields =
                IncidentRequest.open(
                        body("{'title': 'Slow', 'description': ' ', 'assigned_to': ''}"));

        assertThat(fields.description()).isNull();
        assertThat(fields.assignedTo()).isNull();
    }

    @Test
    void leavesWhatIsNotMentioned() {
        assertThat(edited("{}")).isEqualTo(BEFORE);
        assertThat(IncidentRequest.edit(body("{}")).status()).isNull();
        assertThat(edited("{'title': 'Fast'}"))
                .isEqualTo(new IncidentFields("Fast", AlertSeverity.HIGH, "Very", "bob"));
        assertThat(edited("{'title': null, 'severity': null}")).isEqualTo(BEFORE);
    }

    @Test
    void takesTextsAway() {
        assertThat(edited("{'description': null, 'assigned_to': null}"))
                .isEqualTo(new IncidentFields("Slow", AlertSeverity.HIGH, null, null));
        assertThat(edited("{'description': 'a\\nb', 'assigned_to': 'ann'}"))
                .isEqualTo(new IncidentFields("Slow", AlertSeverity.HIGH, "a\nb", "ann"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"investigating", "identified", "monitoring", "resolved"})
    void readsEachStatus(String status) {
        IncidentEdit edit = IncidentRequest.edit(body("{'status': '%s'}".formatted(status)));

        assertThat(edit.status()).isEqualTo(IncidentStatus.named(status).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | title is required",
                "{'title': 1} | title must be a string",
                "{'title': ' '} | title must be one line of 1 to 200 characters",
                "{'title': 'a\\nb'} | title must be one line",
                "{'title': 'a', 'severity': 'HIGH'} | severity must be one of low, medium, high, critical",
                "{'title': 'a', 'severity': 1} | severity must be a string",
                "{'title': 'a', 'description': 'x\\u0000'} | description must have",
                "{'title': 'a', 'assigned_to': 'x\\ny'} | assigned_to must be one line",
                "{'title': 'a', 'status': 'resolved'} | status is unknown: known are assigned_to",
                "{'title': 'a', 'owner': 'b'} | owner is unknown"
            })
    void refusesToOpen(String json, String sentence) {
        assertThatThrownBy(() -> IncidentRequest.open(body(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'status': 'open'} | status must be one of investigating",
                "{'status': true} | status must be a string",
                "{'title': ''} | title must be one line",
                "{'id': '1'} | id is unknown"
            })
    void refusesToEdit(String json, String sentence) {
        assertThatThrownBy(() -> IncidentRequest.edit(body(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void boundsEachText() {
        assertThatThrownBy(() -> edited("{'title': '%s'}".formatted("x".repeat(201))))
                .hasMessageStartingWith("title must");
        assertThatThrownBy(() -> edited("{'description': '%s'}".formatted("x".repeat(10_001))))
                .hasMessageStartingWith("description must");
        assertThatThrownBy(() -> edited("{'assigned_to': '%s'}".formatted("x".repeat(201))))
                .hasMessageStartingWith("assigned_to must");
        assertThatThrownBy(() ->
                        IncidentRequest.comment(
                                body("{'text': '%s'}".formatted("x".repeat(5_001)))))
                .hasMessageStartingWith("text must");
        assertThat(IncidentRequest.comment(body("{'text': 'It was DNS.'}")))
                .isEqualTo("It was DNS.");
    }
}
