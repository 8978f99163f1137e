package dev.faultline.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import java.util.regex.Pattern;

/// The immutable name of a project, as it stands in topic keys and in the `project` header of a raw
/// record.
///
/// @param value 1 to 63 characters: lower-case letters, digits and hyphens, starting with a letter
///   or digit
public record ProjectId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final UUID NAMESPACE = UUID.fromString("7b1d3c52-64b1-5f0e-9d0a-1c8f6a2e4b90");

    /// The project of whoever names none. Below what its constructor needs.
    public static final ProjectId DEFAULT = new ProjectId("default");

    public ProjectId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "project must be 1 to 63 lower-case letters, digits or hyphens");
        }
    }

    /// The project's UUID, the name space of its group ids. It depends on the name alone, so every
    /// stage knows it without a look-up.
    public UUID uuid() {
        return NameUuid.of(NAMESPACE, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
