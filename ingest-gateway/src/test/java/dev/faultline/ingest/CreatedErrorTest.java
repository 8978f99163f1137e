package dev.faultline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.EventId;
import dev.faultline.event.ProjectId;
import dev.faultline.group.RawPosition;
import dev.faultline.json.Json;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreatedErrorTest {
    private static final Instant APPENDED = Instant.parse("2025-08-29T12:00:01Z");

    @Test
    void isTheErrorObjectWithEveryField() {
        CreatedError created =
                created(
                        """
                        {"level":"fatal","message":"m","source":"s","context":{"a":null},
                         "timestamp":"2025-08-29T11:59:59.9996Z"}
                        """);

        assertThat(Json.mapper().writeValueAsString(created))
                .isEqualTo(
                        """
                        {"id":"%s","timestamp":"2025-08-29T11:59:59.999Z","level":"error",\
                        "severity":"fatal","message":"m","stack_trace":null,"context":{"a":null},\
                        "source":"s","environment":"production","user_agent":"curl/8",\
                        "ip_address":"192.0.2.7","url":null,"fingerprint":"%s",\
                        "scrubbed":{},"resolved":false,"count":1,"first_seen":"2025-08-29T11:59:59.999Z",\
                        "last_seen":"2025-08-29T11:59:59.999Z","created_at":"2025-08-29T12:00:01Z",\
                        "updated_at":"2025-08-29T12:00:01Z","event_id":"e-1","receipt":"%s"}\
                        """
                                .formatted(
                                        created.error().id(),
                                        created.error().fingerprint(),
                                        created.receipt()));
    }

    @Test
    void bringsAnImpossibleTimeNearTheBrokers() {
        CreatedError created =
                created(
                        "{\"message\":\"m\",\"source\":\"s\",\"timestamp\":\"2099-01-01T00:00:00Z\"}");

        assertThat(created.error().timestamp()).isEqualTo(APPENDED);
        assertThat(created.error().firstSeen()).isEqualTo(APPENDED);
    }

    private static CreatedError created(String json) {
        RawEvent raw =
                Examples.reception()
                        .receive(
                                ProjectId.DEFAULT,
                                Examples.event(json),
                                Optional.of(new EventId("e-1")),
                                Examples.SENDER);
        return CreatedError.of(raw, new Publication.Appended(new RawPosition(2, 9), APPENDED));
    }
}
