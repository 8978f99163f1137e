package dev.faultline.query.monitoring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Figures as people read them.
final class Rounding {

    private Rounding() {}

    static double oneDigit(double value) {
        return Math.round(value * 10) / 10.0;
    }

    static @Nullable Double oneDigit(@Nullable Double value) {
        return value == null ? null : oneDigit(value.doubleValue());
    }

    /// Two digits, and down: nothing that was away for a moment has 100 %.
    static double percent(double value) {
        return Math.floor(value * 100) / 100.0;
    }

    static double millis(Duration duration) {
        return oneDigit(duration.toNanos() / 1e6);
    }
}
