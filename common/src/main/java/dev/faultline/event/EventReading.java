package dev.faultline.event;

/// What came of reading an event's JSON.
public sealed interface EventReading {

    record Accepted(ErrorEvent event) implements EventReading {}

    /// @param reason a sentence for the sender: what is wrong and what is expected; it never quotes
    ///   the payload
    record Rejected(String reason) implements EventReading {}
}
