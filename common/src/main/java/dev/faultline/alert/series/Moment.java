package dev.faultline.alert.series;

import dev.faultline.alert.condition.TimeSpan;
import java.time.Duration;
import java.util.Locale;

/// Something that an alert does in a test.
///
/// @param key the value of the rule's `by`; empty without one
/// @param after since the test began
public record Moment(String key, Kind kind, Duration after) {

    /// What it does.
    public enum Kind {
        FIRED,
        RESOLVED
    }

    /// `fired@10s`, with the key behind if there is one.
    public String text() {
        return "%s@%s%s"
                .formatted(
                        kind.name().toLowerCase(Locale.ROOT),
                        TimeSpan.text(after),
                        key.isEmpty() ? "" : " of " + key);
    }
}
