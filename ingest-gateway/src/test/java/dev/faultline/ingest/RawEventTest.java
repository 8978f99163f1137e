package dev.faultline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.EventId;
import dev.faultline.event.EventJson;
import dev.faultline.event.EventReading;
import dev.faultline.event.ProjectId;
import dev.faultline.topic.RawHeaders;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RawEventTest {
    private final RawEvent raw =
            Examples.reception()
                    .receive(
                            new ProjectId("shop"),
                            Examples.event(),
                            Optional.of(new EventId("e-1")),
                            Examples.SENDER);

    @Test
    void isKeyedByProjectOriginAndId() {
        assertThat(raw.record("raw").key()).asString(UTF_8).isEqualTo("shop|c|e-1");
    }

    @Test
    void carriesTheEventAsReceived() {
        assertThat(EventJson.readRecord(raw.record("raw").value()))
                .isEqualTo(new EventReading.Accepted(raw.event()));
    }

    @Test
    void carriesWhatTheAggregatorNeedNotComputeAgain() {
        var headers = raw.record("raw").headers();

        assertThat(RawHeaders.text(headers, RawHeaders.PROJECT)).contains("shop");
        assertThat(RawHeaders.text(headers, RawHeaders.SCHEMA_VERSION)).contains("1");
        assertThat(RawHeaders.fingerprint(headers)).contains(raw.identity().fingerprint());
    }
}
