package dev.faultline.alerting.incidents;

import java.util.Locale;

/// What people have heard of an alert.
enum Told {
    /// That it fires was held back.
    NOTHING,
    /// That it fires; its end is to come.
    FIRED,
    /// There is nothing more to tell.
    ALL;

    static Told of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
