package dev.faultline.aggregator.transition;

import dev.faultline.group.GroupingVersion;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.Grouping;
import dev.faultline.grouping.GroupingInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The time in which groups of an earlier grouping are found by the fingerprint it gave.
///
/// @param former version of the grouping; 0 if there was none
/// @param end the append time of the first event that is not looked up any more
public record Transition(int former, Instant end) {

    /// Of an installation that has known no other version.
    public static final Transition NONE = new Transition(0, Instant.MIN);

    /// @param length of a transition
    static Transition of(GroupingVersion version, Duration length) {
        return version.former() == null
                ? NONE
                : new Transition(version.former(), version.since().plus(length));
    }

    /// What is to be remembered when a process of a version starts.
    ///
    /// @param known what is remembered; null if nothing is
    /// @param groups whether the installation has counted anything
    static GroupingVersion next(
            @Nullable GroupingVersion known, boolean groups, int current, Instant now) {
        if (known == null) {
            // The first version remembered nothing.
            return new GroupingVersion(current, groups && current > 1 ? 1 : null, now);
        }
        return known.version() >= current
                ? known
                : new GroupingVersion(current, known.version(), now);
    }

    /// The former fingerprint of an event; empty if the transition is over.
    ///
    /// @param answered what the gateway computed: a gateway of the former version saves us the work
    /// @param appended when the broker received the event
    public Optional<Fingerprint> formerFingerprint(
            Supplier<GroupingInput> input, Optional<Fingerprint> answered, Instant appended) {
        return former == 0 || !appended.isBefore(end)
                ? Optional.empty()
                : answered.filter(fingerprint -> fingerprint.version() == former)
                        .or(() -> Grouping.former(former, input.get()));
    }
}
