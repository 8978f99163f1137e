package dev.faultline.query.stream;

import dev.faultline.event.Severity;
import dev.faultline.query.Groups;

/// Events for tests.
final class Streamed {

    private Streamed() {}

    /// An event of the first lane.
    static StreamEvent event(long offset, String text) {
        return new StreamEvent(new Place(0, offset), subject(), text);
    }

    static Subject subject() {
        return new Subject(Groups.PROJECT, Groups.id(1), Severity.ERROR, "backend", "production");
    }
}
