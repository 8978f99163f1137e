package dev.faultline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.EventReading.Accepted;
import dev.faultline.event.EventReading.Rejected;

/// Short ways to read an event's JSON in tests.
final class Readings {

    private Readings() {}

    /// The event of a JSON that must be accepted.
    static ErrorEvent accepted(String json) {
        return accepted(EventJson.read(json.getBytes(UTF_8)));
    }

    static ErrorEvent accepted(EventReading reading) {
        assertThat(reading).isInstanceOf(Accepted.class);
        return ((Accepted) reading).event();
    }

    /// The event of a JSON object with the required fields and these, like `"url": "x"`.
    static ErrorEvent acceptedWith(String fields) {
        return accepted(minimal(fields));
    }

    /// Why a JSON is rejected.
    static String rejected(String json) {
        return rejected(json.getBytes(UTF_8));
    }

    static String rejected(byte[] json) {
        EventReading reading = EventJson.read(json);
        assertThat(reading).isInstanceOf(Rejected.class);
        return ((Rejected) reading).reason();
    }

    static String rejectedWith(String fields) {
        return rejected(minimal(fields));
    }

    /// A JSON object with the required fields and these.
    static String minimal(String fields) {
        return "{\"message\": \"Boom\", \"source\": \"shop\", %s}".formatted(fields);
    }

    /// What the aggregator reads of what the gateway wrote of an event.
    static ErrorEvent written(ErrorEvent event) {
        return accepted(EventJson.readRecord(EventJson.write(event)));
    }
}
