package dev.faultline.event;

import java.util.Optional;
import java.util.UUID;

/// Strict reading of UUIDs: `UUID.fromString` takes `1-1-1-1-1` for one.
public final class Uuids {

    private Uuids() {}

    /// Reads a UUID in its form of 36 characters, in any case.
    public static Optional<UUID> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
