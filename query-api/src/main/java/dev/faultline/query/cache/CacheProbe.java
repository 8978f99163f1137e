package dev.faultline.query.cache;

import java.time.Duration;
import java.util.Optional;

/// Looks whether the cache is there. Thread-safe.
public final class CacheProbe {

    private final Redis redis;
    private final boolean configured;

    CacheProbe(Redis redis, boolean configured) {
        this.redis = redis;
        this.configured = configured;
    }

    /// Whether this installation has a cache at all.
    public boolean isConfigured() {
        return configured;
    }

    /// Empty if Redis does not answer in time.
    public Optional<CacheStatus> status(Duration atMost) {
        return redis.info(atMost).map(CacheStatus::parse);
    }
}
