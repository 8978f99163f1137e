package dev.faultline.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// What a key may be given. The larger ones contain the smaller: `admin` all, `write` both `read`
/// and `ingest`.
public enum Permission {
    /// Only to hand in events: for keys that a web page shows to everybody.
    INGEST,
    /// To read everything but settings.
    READ,
    /// And to hand in events, resolve errors, and work with alerts.
    WRITE,
    /// And settings, keys, the team, and deleting.
    ADMIN;

    /// As it stands in JSON: the name in lower case.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Permission> parse(String text) {
        return Arrays.stream(values()).filter(known -> known.text().equals(text)).findFirst();
    }

    @JsonCreator
    static Permission of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("permission %s".formatted(text)));
    }

    /// What to ask for where this one is missing: the usual one first.
    public String wanted() {
        return this == INGEST ? "'write', or 'ingest' alone" : "'" + text() + "'";
    }

    /// Whether one of those given is this one or contains it.
    public boolean isIn(Collection<Permission> given) {
        return given.stream().anyMatch(this::isPartOf);
    }

    private boolean isPartOf(Permission given) {
        return given == this
                || switch (given) {
                    case ADMIN -> true;
                    case WRITE -> this != ADMIN;
                    case READ, INGEST -> false;
                };
    }
}
