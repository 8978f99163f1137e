package dev.faultline.grouping;

import dev.faultline.grouping.v1.GroupingV1;
import org.jspecify.annotations.Nullable;

/// Decides which events belong together. A pure function: gateway and aggregator get the same
/// answer without asking each other.
///
/// The one version in use is named here and nowhere else.
public final class Grouping {

    private Grouping() {}

    /// The version that [#fingerprint] computes.
    public static int version() {
        return GroupingV1.VERSION;
    }

    /// @param message of the event
    /// @param stackTrace as printed by the client's runtime; null or blank if there is none
    /// @param source of the event
    public static Fingerprint fingerprint(
            String message, @Nullable String stackTrace, String source) {
        return GroupingV1.fingerprint(message, stackTrace, source);
    }
}
