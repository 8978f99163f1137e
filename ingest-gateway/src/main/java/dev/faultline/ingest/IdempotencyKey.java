package dev.faultline.ingest;

import dev.faultline.event.EventId;
import java.util.List;
import java.util.Optional;

/// The header that names a request so that it can be repeated safely
/// ([draft-ietf-httpapi-idempotency-key-header](https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/)):
/// another way to give an event its id.
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    private IdempotencyKey() {}

    /// @param values of the header: bare, or a quoted string as in the draft
    /// @throws IllegalArgumentException with a sentence for the caller, if there are several or one
    ///   that is no event id
    static Optional<EventId> parse(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw new IllegalArgumentException(HEADER + " must be given once");
        }
        try {
            return Optional.of(new EventId(unquote(values.getFirst().strip())));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    HEADER + " must be 1 to 128 letters, digits or any of . _ : @ / + = -", e);
        }
    }

    /// An event id holds nothing that a quoted string would escape.
    private static String unquote(String value) {
        return value.length() > 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
