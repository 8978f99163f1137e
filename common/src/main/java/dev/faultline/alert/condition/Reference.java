package dev.faultline.alert.condition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a change is measured against.
public sealed interface Reference {

    /// The window that ends where the present one begins.
    ///
    /// @param in its length; null: as long as the present one. Counts are scaled to the present
    ///   one's length
    record Previous(@Nullable Window in) implements Reference {

        /// Its length, given the present window.
        public Duration orSameAs(Window present) {
            return in == null ? present.length() : in.length();
        }
    }

    /// The window of the same length that ended this long before.
    ///
    /// @param distance at least the window's length, so that the two don't overlap
    record Ago(Duration distance) implements Reference {}
}
