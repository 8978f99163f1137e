package dev.faultline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventJson;
import dev.faultline.event.EventReading;
import dev.faultline.project.EventPreparation;
import dev.faultline.project.ProjectSettingsBook;
import dev.faultline.project.ScrubbingSecrets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/// Events and surroundings that several tests use.
final class Examples {
    static final Instant NOW = Instant.parse("2025-08-29T12:00:00.123Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW.plusNanos(456_789));
    static final Sender SENDER = new Sender("curl/8", "192.0.2.7");

    private Examples() {}

    static Reception reception() {
        return new Reception(
                new EventPreparation(new ProjectSettingsBook(), new ScrubbingSecrets("test")),
                CLOCK,
                new Random(1));
    }

    static ErrorEvent event(String json) {
        return switch (EventJson.read(json.getBytes(UTF_8))) {
            case EventReading.Accepted(ErrorEvent event) -> event;
            case EventReading.Rejected(String reason) -> throw new AssertionError(reason);
        };
    }

    static ErrorEvent event() {
        return event("{\"message\":\"Payment 17 failed\",\"source\":\"billing\"}");
    }
}
