package dev.faultline.event;

import java.time.Duration;

/// How large an event may be. A longer text is cut and marked, not refused: a long error is still
/// an error.
public final class EventLimits {

    /// Bytes of one event's JSON as sent.
    public static final int BODY_BYTES = 256 * 1024;

    /// Bytes of one event's JSON after decompression.
    public static final int DECOMPRESSED_BYTES = 1024 * 1024;

    /// Characters of the message.
    public static final int MESSAGE = 8 * 1024;

    /// Characters of the stack trace.
    public static final int STACK_TRACE = 64 * 1024;

    /// Top-level keys of the context.
    public static final int CONTEXT_KEYS = 200;

    /// Parts of a client's own fingerprint.
    public static final int FINGERPRINT_PARTS = 32;

    /// Characters of each of them.
    public static final int FINGERPRINT_PART = 1_000;

    /// Characters of source and environment.
    public static final int LABEL = 200;

    /// Characters of url, user agent and IP address.
    public static final int ATTRIBUTE = 2 * 1024;

    /// How far an event's own time may lie behind the broker's before it is taken for a wrong
    /// clock.
    public static final Duration MAX_AGE = Duration.ofDays(30);

    /// How far an event's own time may lie ahead of the broker's before it is taken for a wrong
    /// clock.
    public static final Duration MAX_AHEAD = Duration.ofMinutes(1);

    private EventLimits() {}
}
