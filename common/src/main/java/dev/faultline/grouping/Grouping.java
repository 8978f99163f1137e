package dev.faultline.grouping;

import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.grouping.v1.GroupingV1;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides which events belong together. A pure function: gateway and aggregator get the same
/// answer without asking each other.
///
/// The version in use is named here and nowhere else.
public final class Grouping {

    private Grouping() {}

    /// The version that [#key] computes.
    public static int version() {
        return GroupingV2.VERSION;
    }

    /// What an event is grouped by.
    ///
    /// @param rules of its project
    public static GroupingKey key(GroupingInput input, GroupingRules rules) {
        return GroupingV2.key(input, rules);
    }

    /// What an event of a project without rules is grouped by.
    public static GroupingKey key(GroupingInput input) {
        return key(input, GroupingRules.EMPTY);
    }

    /// The fingerprint of an event that says nothing but this.
    public static Fingerprint fingerprint(
            String message, @Nullable String stackTrace, String source) {
        return key(GroupingInput.of(message, stackTrace, source)).fingerprint();
    }

    /// The fingerprint that an earlier version made of an event; empty if that version is not known
    /// (any more).
    ///
    /// @param version before [#version()]
    public static Optional<Fingerprint> former(int version, GroupingInput input) {
        if (version != GroupingV1.VERSION) {
            return Optional.empty();
        }
        String stackTrace = input.stackTrace();
        return Optional.of(
                GroupingV1.fingerprint(
                        StandIns.in(input.message()),
                        stackTrace == null ? null : StandIns.in(stackTrace),
                        input.source()));
    }
}
