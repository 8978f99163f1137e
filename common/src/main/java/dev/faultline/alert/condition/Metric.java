package dev.faultline.alert.condition;

import java.util.Locale;

/// What is counted.
public enum Metric {
    /// Events of level `error`, those of severity `fatal` among them.
    ERROR_COUNT,
    WARNING_COUNT,
    INFO_COUNT,
    DEBUG_COUNT,
    /// Events of all levels.
    EVENT_COUNT,
    /// Events of all levels, divided by the minutes of the window.
    RATE_PER_MINUTE,
    /// Groups that came up for the first time.
    NEW_GROUPS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it counts events of one level only.
    public boolean hasLevel() {
        return switch (this) {
            case ERROR_COUNT, WARNING_COUNT, INFO_COUNT, DEBUG_COUNT -> true;
            case EVENT_COUNT, RATE_PER_MINUTE, NEW_GROUPS -> false;
        };
    }
}
