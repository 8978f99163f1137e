package dev.faultline.query.analytics;

import java.time.Duration;

/// A duration for people, in its two largest units: `45s`, `12m`, `2h 15m`, `3d 4h`. What is less
/// is left out, not rounded up.
final class DurationText {

    /// Of what never happened.
    static final String NONE = "0m";

    private DurationText() {}

    static String of(Duration duration) {
        if (duration.toDays() > 0) {
            return "%dd %dh".formatted(duration.toDays(), duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return "%dh %dm".formatted(duration.toHours(), duration.toMinutesPart());
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + "m" : duration.toSeconds() + "s";
    }
}
