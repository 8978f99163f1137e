package dev.faultline.alert.condition;

import java.util.Locale;

/// What can happen to a group.
public enum Happening {
    /// It comes up for the first time.
    NEW_GROUP,
    /// It comes again after it was resolved.
    REGRESSION,
    /// Someone opens it again.
    REOPENED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
