package dev.faultline.query.monitoring;

import dev.faultline.query.cache.CacheProbe;
import dev.faultline.query.cache.CacheStatus;
import java.time.Duration;

/// Redis answers.
final class CacheCheck implements ServiceCheck {

    static final String NAME = "Cache Service";

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CacheProbe cache;

    CacheCheck(CacheProbe cache) {
        this.cache = cache;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        if (!cache.isConfigured()) {
            return new Finding(
                    HealthStatus.UNKNOWN, without("No cache is set up: REDIS_URL is empty", false));
        }
        return cache.status(PATIENCE)
                .map(status -> new Finding(HealthStatus.HEALTHY, details(status)))
                .orElseGet(() ->
                        new Finding(
                                HealthStatus.UNHEALTHY,
                                without("Redis does not answer within 1 s", true)));
    }

    private static Details.Cache details(CacheStatus status) {
        return new Details.Cache(
                null,
                true,
                status.usedBytes(),
                status.maxBytes(),
                status.evictedKeys(),
                status.hitRatio(),
                status.clients());
    }

    private static Details.Cache without(String problem, boolean configured) {
        return new Details.Cache(problem, configured, null, null, null, null, null);
    }
}
