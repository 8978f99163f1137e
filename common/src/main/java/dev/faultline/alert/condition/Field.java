package dev.faultline.alert.condition;

import java.util.Locale;

/// What a filter can look at.
public enum Field {
    /// The API's level: `error`, `warning`, `info` or `debug`.
    LEVEL,
    /// The level, with `fatal` told apart.
    SEVERITY,
    SOURCE,
    ENVIRONMENT,
    /// The id of the event's group; `fingerprint` says the same.
    GROUP;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
