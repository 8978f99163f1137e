package dev.faultline.group;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which version of the grouping an installation has, as its log remembers it.
///
/// Produced and consumed by starting aggregators.
///
/// @param version in use
/// @param former in use before; null if the installation began with this one
/// @param since when the version was first used
public record GroupingVersion(int version, @Nullable Integer former, Instant since) {

    public GroupingVersion {
        requireNonNull(since, "since");
    }
}
