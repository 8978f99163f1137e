package dev.faultline.ingest;

import static dev.faultline.ingest.Examples.NOW;
import static dev.faultline.ingest.Examples.SENDER;
import static dev.faultline.ingest.Examples.event;
import static dev.faultline.ingest.Examples.reception;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventId;
import dev.faultline.event.MintedId;
import dev.faultline.event.ProjectId;
import dev.faultline.event.RawKey;
import dev.faultline.grouping.Grouping;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceptionTest {
    private static final ErrorEvent WITH_ID =
            event("{\"event_id\":\"e-1\",\"message\":\"m\",\"source\":\"s\"}");

    @Test
    void mintsAnIdForAnEventWithoutOne() {
        RawEvent raw = receive(event(), Optional.empty());

        assertThat(raw.identity().key().origin()).isEqualTo(RawKey.Origin.GATEWAY);
        assertThat(MintedId.mintedAt(raw.identity().key().eventId())).contains(NOW);
        assertThat(raw.event().eventId()).isEqualTo(raw.identity().key().eventId());
    }

    @Test
    void takesTheIdFromEventOrHeader() {
        RawKey expected = new RawKey(ProjectId.DEFAULT, RawKey.Origin.CLIENT, new EventId("e-1"));
        Optional<EventId> header = Optional.of(new EventId("e-1"));

        assertThat(receive(WITH_ID, Optional.empty()).identity().key()).isEqualTo(expected);
        assertThat(receive(event(), header).identity().key()).isEqualTo(expected);
        assertThat(receive(WITH_ID, header).identity().key()).isEqualTo(expected);
    }

    @Test
    void refusesTwoDifferentIds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receive(WITH_ID, Optional.of(new EventId("e-2"))))
                .withMessage("event_id and Idempotency-Key differ: give one of them");
    }

    @Test
    void fillsInTimeAndSender() {
        ErrorEvent received = receive(event(), Optional.empty()).event();

        assertThat(received.timestamp()).isEqualTo(NOW);
        assertThat(received.userAgent()).isEqualTo("curl/8");
        assertThat(received.ipAddress()).isEqualTo("192.0.2.7");
    }

    @Test
    void believesWhatTheEventSaysItself() {
        ErrorEvent own =
                event(
                        """
                        {"message":"m","source":"s","timestamp":"2025-01-01T00:00:00+01:00",
                         "user_agent":"Phone","ip_address":"198.51.100.1"}
                        """);

        ErrorEvent received = receive(own, Optional.empty()).event();

        assertThat(received.timestamp()).isEqualTo("2024-12-31T23:00:00Z");
        assertThat(received.userAgent()).isEqualTo("Phone");
        assertThat(received.ipAddress()).isEqualTo("198.51.100.1");
    }

    @Test
    void computesTheFingerprint() {
        assertThat(receive(event(), Optional.empty()).identity().fingerprint())
                .isEqualTo(Grouping.fingerprint("Payment 18 failed", null, "billing"));
    }

    private static RawEvent receive(ErrorEvent event, Optional<EventId> header) {
        return reception().receive(ProjectId.DEFAULT, event, header, SENDER);
    }
}
