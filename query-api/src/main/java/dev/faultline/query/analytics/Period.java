package dev.faultline.query.analytics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a trend reaches back.
enum Period {
    DAY(1),
    WEEK(7),
    MONTH(30),
    YEAR(365);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    static Optional<Period> parse(String text) {
        return Arrays.stream(values()).filter(period -> period.text().equals(text)).findFirst();
    }

    int days() {
        return days;
    }

    /// The lower-case name of the API.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
