package dev.faultline.alert.condition;

import java.util.Locale;

/// What instances of one rule can be told apart by: each value has counts and alerts of its own.
public enum Dimension {
    GROUP,
    SOURCE,
    ENVIRONMENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
