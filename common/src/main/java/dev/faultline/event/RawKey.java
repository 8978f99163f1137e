package dev.faultline.event;

import java.util.Optional;

/// The key of a raw record: `project|c|event id` for an id that can come twice (it is
/// deduplicated), `project|g|event id` for one that a gateway minted (its idempotent producer sends
/// it once, so it skips deduplication).
///
/// A project's name and an event id hold no `|`, so the form is unambiguous.
public record RawKey(ProjectId project, Origin origin, EventId eventId) {

    /// Who chose the event's id.
    public enum Origin {
        CLIENT("c"),
        GATEWAY("g");

        private final String mark;

        Origin(String mark) {
            this.mark = mark;
        }
    }

    /// Reads a key; empty if it is not in our form.
    public static Optional<RawKey> parse(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        for (Origin origin : Origin.values()) {
            if (origin.mark.equals(parts[1])) {
                try {
                    return Optional.of(
                            new RawKey(new ProjectId(parts[0]), origin, new EventId(parts[2])));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /// The key as it stands in the record, to be encoded in UTF-8.
    public String text() {
        return project.value() + '|' + origin.mark + '|' + eventId.value();
    }
}
