package dev.faultline.limit;

/// What a rate limit does.
public enum RateLimitMode {
    /// Nothing: no headers, no refusals. What keys use is counted for people all the same.
    OFF,
    /// Says in headers and metrics what it would do, and lets everything through.
    OBSERVE,
    /// Refuses what is over it.
    ENFORCE
}
