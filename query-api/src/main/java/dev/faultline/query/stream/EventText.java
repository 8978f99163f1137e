package dev.faultline.query.stream;

import dev.faultline.json.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Writes what goes out, in the form of [server-sent
/// events](https://html.spec.whatwg.org/multipage/server-sent-events.html). JSON has no line breaks
/// of its own, so one `data` line holds it.
final class EventText {

    private EventText() {}

    static String event(String name, String id, String json) {
        return "event: %s\nid: %s\ndata: %s\n\n".formatted(name, id, json);
    }

    /// What goes out first.
    ///
    /// @param id from which to go on, should the connection break before the first event
    /// @param retry how long a client should wait then
    static String opening(String id, Duration retry) {
        return "retry: %d\nid: %s\n\n".formatted(retry.toMillis(), id);
    }

    /// A comment, which clients ignore, and the id up to which everything has been sent.
    static String heartbeat(String id) {
        return ":\nid: %s\n\n".formatted(id);
    }

    /// Says that events were left out. Without an id: the next event's stands for the gap too.
    ///
    /// @param missed how many; null if nobody knows
    static String gap(@Nullable Long missed) {
        return "event: gap\ndata: %s\n\n"
                .formatted(Json.mapper().writeValueAsString(new Gap(missed)));
    }

    record Gap(@Nullable Long missed) {}
}
