package dev.faultline.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a member of a project is to it, the most powerful first.
public enum Role {
    OWNER(Permission.ADMIN),
    ADMIN(Permission.ADMIN),
    DEVELOPER(Permission.WRITE),
    VIEWER(Permission.READ);

    private final Permission most;

    Role(Permission most) {
        this.most = most;
    }

    /// The largest permission that somebody of this role may give to a key.
    public Permission most() {
        return most;
    }

    /// Whether this role is below another.
    public boolean isBelow(Role other) {
        return compareTo(other) > 0;
    }

    /// As it stands in JSON: the name in lower case.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> parse(String text) {
        return Arrays.stream(values()).filter(known -> known.text().equals(text)).findFirst();
    }

    @JsonCreator
    static Role of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("role %s".formatted(text)));
    }
}
