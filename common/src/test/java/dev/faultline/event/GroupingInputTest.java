package dev.faultline.event;

import static dev.faultline.event.Readings.acceptedWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.grouping.GroupingInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an event lets its grouping see.
class GroupingInputTest {

    @Test
    void showsWhatTheEventSays() {
        GroupingInput input =
                acceptedWith(
                                "\"stack_trace\": \"at a\", \"environment\": \"staging\", \"level\": \"fatal\"")
                        .groupingInput();

        assertThat(input.stackTrace()).isEqualTo("at a");
        assertThat(input.environment()).isEqualTo("staging");
        assertThat(input.level()).isEqualTo("fatal");
        assertThat(input.fingerprint()).isEmpty();
        assertThat(input.tags()).isEmpty();
    }

    @Test
    void takesSingleWordsOfTheContextForTags() {
        String context =
                "\"context\": {\"region\": \"eu\", \"shard\": 7, \"beta\": true, \"none\": null, \"list\": [1],"
                        + " \"long\": \"%s\", \"tags\": {\"region\": \"us\", \"team\": \"pay\"}}"
                                .formatted("x".repeat(201));

        assertThat(acceptedWith(context).groupingInput().tags())
                .isEqualTo(Map.of("region", "us", "shard", "7", "beta", "true", "team", "pay"));
    }

    @Test
    void takesAListInTheContextForTheClientsFingerprint() {
        assertThat(
                        acceptedWith("\"context\": {\"fingerprint\": [\"a\", \"\", \"b\"]}")
                                .groupingInput()
                                .fingerprint())
                .containsExactly("a", "b");
    }

    @Test
    void prefersTheFingerprintOfTheEventItself() {
        assertThat(
                        acceptedWith(
                                        "\"fingerprint\": \"own\", \"context\": {\"fingerprint\": [\"a\"]}")
                                .groupingInput()
                                .fingerprint())
                .containsExactly("own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", "7", "[1]", "[\"a\", null]", "{}", "null"})
    void takesNothingElseInTheContextForAFingerprint(String value) {
        assertThat(
                        acceptedWith("\"context\": {\"fingerprint\": %s}".formatted(value))
                                .groupingInput()
                                .fingerprint())
                .isEmpty();
    }
}
