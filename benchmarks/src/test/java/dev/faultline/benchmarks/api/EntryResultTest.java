package dev.faultline.benchmarks.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntryResultTest {

    @Test
    void readsResultsInTheOrderOfTheEntries() {
        var answer =
                new Answer(
                        207,
                        """
                        {"data":{"accepted":1,"rejected":1,"results":[
                          {"index":1,"status":400,"error":"message is required"},
                          {"index":0,"status":201,"id":"g","receipt":"r"}]},"status":"success"}
                        """,
                        null);

        assertThat(EntryResult.of(answer, 2))
                .contains(
                        List.of(
                                new EntryResult(201, "r", null),
                                new EntryResult(400, null, "message is required")));
    }

    @Test
    void takesAnEntryThatIsNotMentionedAsNotAccepted() {
        var answer = new Answer(201, "{\"data\":{\"results\":[{\"index\":9}]}}", null);

        assertThat(EntryResult.of(answer, 1).orElseThrow())
                .singleElement()
                .satisfies(result -> assertThat(result.accepted()).isFalse())
                .satisfies(result -> assertThat(result.reason()).contains("does not mention"));
    }

    @Test
    void findsNoResultsInAnAnswerAboutTheWholeRequest() {
        assertThat(EntryResult.of(new Answer(413, "<html>", null), 1)).isEmpty();
        assertThat(EntryResult.of(new Answer(400, "{\"error\":\"no\"}", null), 1)).isEmpty();
    }

    @Test
    void namesTheReasonOfARefusal() {
        assertThat(new Answer(400, "{\"error\":\"no\"}", null).reason()).isEqualTo("400 no");
        assertThat(new Answer(502, "<html>", null).reason()).isEqualTo("HTTP status 502");
    }
}
