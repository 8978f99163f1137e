package dev.faultline.alerting.incidents;

import java.time.Instant;

/// An alert that comes and goes all the time.
///
/// @param lastAt the last time it came or went, by our clock
record Flap(Instant since, Instant lastAt) {}
