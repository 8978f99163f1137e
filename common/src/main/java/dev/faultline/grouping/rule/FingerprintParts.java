package dev.faultline.grouping.rule;

import java.util.List;

/// A fingerprint that a client or a rule has given, with all variables replaced but `{{ default
/// }}`, which only the grouping itself can.
///
/// @param parts in their order
public record FingerprintParts(List<Part> parts) {

    public FingerprintParts {
        parts = List.copyOf(parts);
    }

    /// Whether it says no more than that the event is grouped as if nothing had been given.
    public boolean isDefault() {
        return parts.stream().allMatch(Default.class::isInstance);
    }

    /// One of the parts.
    public sealed interface Part {}

    /// What the event would be grouped by if nothing had been given.
    public record Default() implements Part {}

    /// A text. It may read `{{ default }}`, if a message does, and means nothing by it.
    public record Text(String value) implements Part {}
}
