package dev.faultline.grouping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of an event can decide about its group. Time, user, URL, release and thread can't.
///
/// @param message of the event
/// @param stackTrace as the client's runtime printed it; null or blank if there is none
/// @param source of the event
/// @param environment of the event; only rules look at it
/// @param level of the event, as the API spells it; only rules look at it
/// @param fingerprint the client's own; empty if it gave none
/// @param tags of the event; only rules look at them
public record GroupingInput(
        String message,
        @Nullable String stackTrace,
        String source,
        String environment,
        String level,
        List<String> fingerprint,
        Map<String, String> tags) {

    public GroupingInput {
        fingerprint = List.copyOf(fingerprint);
        tags = Map.copyOf(tags);
    }

    /// Of an event that says nothing else.
    public static GroupingInput of(String message, @Nullable String stackTrace, String source) {
        return new GroupingInput(
                message, stackTrace, source, "production", "error", List.of(), Map.of());
    }
}
