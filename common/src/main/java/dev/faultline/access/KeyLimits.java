package dev.faultline.access;

import org.jspecify.annotations.Nullable;

/// How many requests of each kind a key may make in a minute, where that is not the default. Null
/// is the default, 0 is no limit; at most 1,000,000.
///
/// @param ingest handing in events
/// @param analytics reading statistics
/// @param general everything else
public record KeyLimits(
        @Nullable Integer ingest, @Nullable Integer analytics, @Nullable Integer general) {

    public static final int MOST = 1_000_000;

    /// The defaults.
    public static final KeyLimits DEFAULT = new KeyLimits(null, null, null);
}
