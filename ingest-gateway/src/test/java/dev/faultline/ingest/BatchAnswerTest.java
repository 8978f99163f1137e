package dev.faultline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.EventId;
import dev.faultline.event.ProjectId;
import dev.faultline.event.RawKey;
import dev.faultline.group.RawPosition;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.json.Json;
import dev.faultline.web.ProblemType;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchAnswerTest {
    private static final BatchResult ACCEPTED =
            BatchResult.of(
                    0,
                    new Identity(
                            new RawKey(ProjectId.DEFAULT, RawKey.Origin.CLIENT, new EventId("e-1")),
                            new Fingerprint(1, "0".repeat(32))),
                    new RawPosition(3, 7));
    private static final BatchResult INVALID =
            BatchResult.of(
                    1, new Publication.Failed(ProblemType.INVALID_REQUEST, "message is required"));
    private static final BatchResult REFUSED =
            BatchResult.of(2, new Publication.Failed(ProblemType.UNAVAILABLE, "later"));

    private static final BatchResult LIMITED =
            BatchResult.of(3, new Publication.Failed(ProblemType.RATE_LIMITED, "later"));

    @Test
    void saysHowMuchWasAccepted() {
        assertThat(status(ACCEPTED)).isEqualTo(201);
        assertThat(status(ACCEPTED, INVALID)).isEqualTo(207);
        assertThat(status(ACCEPTED, REFUSED)).isEqualTo(207);
        assertThat(status(INVALID, INVALID)).isEqualTo(400);
        assertThat(status(INVALID, REFUSED)).isEqualTo(503);
        assertThat(status(ACCEPTED, LIMITED)).isEqualTo(207);
        assertThat(status(INVALID, LIMITED)).isEqualTo(429);
        assertThat(status(LIMITED, REFUSED)).isEqualTo(503);
    }

    @Test
    void isTheEnvelopeWithOneResultForEachEntry() {
        assertThat(json(ACCEPTED, INVALID))
                .isEqualTo(
                        """
                        {"data":{"accepted":1,"rejected":1,"results":[\
                        {"index":0,"status":201,"id":"%s","event_id":"e-1",\
                        "fingerprint":"00000000000000000000000000000000","receipt":"%s","error":null},\
                        {"index":1,"status":400,"id":null,"event_id":null,\
                        "fingerprint":null,"receipt":null,"error":"message is required"}\
                        ]},"status":"success"}\
                        """
                                .formatted(ACCEPTED.id(), ACCEPTED.receipt()));
    }

    @Test
    void isAnErrorTooIfNothingWasAccepted() {
        assertThat(json(INVALID))
                .startsWith("{\"data\":{\"accepted\":0,\"rejected\":1,\"results\":[{\"index\":1,")
                .endsWith(
                        "]},\"status\":\"error\",\"error\":\"No entry of the batch is valid\",\"code\":\"invalid_request\"}");
        assertThat(json(REFUSED))
                .endsWith(
                        "]},\"status\":\"error\",\"error\":\"No entry was accepted: try again later\",\"code\":\"unavailable\"}");
    }

    private static int status(BatchResult... results) {
        return BatchAnswer.of(List.of(results)).httpStatus().value();
    }

    private static String json(BatchResult... results) {
        return Json.mapper().writeValueAsString(BatchAnswer.of(List.of(results)));
    }
}
