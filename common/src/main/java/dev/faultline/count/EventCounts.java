package dev.faultline.count;

import dev.faultline.event.Severity;

/// How many events there were of each severity, and how many groups were resolved.
///
/// @param resolved how often a group turned from unresolved to resolved
public record EventCounts(
        long fatal, long error, long warning, long info, long debug, long resolved) {

    public static final EventCounts NONE = new EventCounts(0, 0, 0, 0, 0, 0);

    public static final EventCounts ONE_RESOLVED = new EventCounts(0, 0, 0, 0, 0, 1);

    public static EventCounts of(Severity severity, long events) {
        return switch (severity) {
            case FATAL -> new EventCounts(events, 0, 0, 0, 0, 0);
            case ERROR -> new EventCounts(0, events, 0, 0, 0, 0);
            case WARNING -> new EventCounts(0, 0, events, 0, 0, 0);
            case INFO -> new EventCounts(0, 0, 0, events, 0, 0);
            case DEBUG -> new EventCounts(0, 0, 0, 0, events, 0);
        };
    }

    public EventCounts plus(EventCounts other) {
        return new EventCounts(
                fatal + other.fatal,
                error + other.error,
                warning + other.warning,
                info + other.info,
                debug + other.debug,
                resolved + other.resolved);
    }

    /// Events of all severities.
    public long events() {
        return fatal + error + warning + info + debug;
    }
}
