package dev.faultline.query.cache;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Where answers are kept for a while. Nothing depends on it but speed.
///
/// @param redisUrl `redis://` or `rediss://`, with password and database where needed
///   (`REDIS_URL`); empty for no cache
/// @param errorListTtl how long a list of errors is kept at most, 1 ms to 1 d as all lifetimes
///   here; like statistics and trends, it is invalidated earlier when the project's data changes
/// @param statisticsTtl how long statistics are kept at most
/// @param trendsTtl how long trends are kept at most
/// @param serviceHealthTtl how long the health of the services is kept
/// @param systemMetricsTtl how long the system's metrics are kept
/// @param performanceTtl how long performance figures are kept
/// @param uptimeTtl how long uptime figures are kept
/// @param commandTimeout how long a request waits for Redis before it goes on without, 1 ms to 10 s
/// @param maxBody a larger answer is not kept
@ConfigurationProperties("faultline.query.cache")
public record CacheSettings(
        @DefaultValue("") String redisUrl,
        @DefaultValue("2m") Duration errorListTtl,
        @DefaultValue("5m") Duration statisticsTtl,
        @DefaultValue("5m") Duration trendsTtl,
        @DefaultValue("30s") Duration serviceHealthTtl,
        @DefaultValue("30s") Duration systemMetricsTtl,
        @DefaultValue("1m") Duration performanceTtl,
        @DefaultValue("5m") Duration uptimeTtl,
        @DefaultValue("50ms") Duration commandTimeout,
        @DefaultValue("1MB") DataSize maxBody) {

    public CacheSettings {
        if (!redisUrl.isBlank()) {
            parse(redisUrl);
        }
        checkLifetime("error-list-ttl", errorListTtl);
        checkLifetime("statistics-ttl", statisticsTtl);
        checkLifetime("trends-ttl", trendsTtl);
        checkLifetime("service-health-ttl", serviceHealthTtl);
        checkLifetime("system-metrics-ttl", systemMetricsTtl);
        checkLifetime("performance-ttl", performanceTtl);
        checkLifetime("uptime-ttl", uptimeTtl);
        if (commandTimeout.toMillis() < 1 || commandTimeout.toSeconds() > 10) {
            throw new IllegalArgumentException("command-timeout must be 1ms to 10s");
        }
    }

    private static void checkLifetime(String name, Duration ttl) {
        if (ttl.toMillis() < 1 || ttl.toDays() > 1) {
            throw new IllegalArgumentException(name + " must be 1ms to 1d");
        }
    }

    Duration ttl(CachedAnswer kind) {
        return switch (kind) {
            case ERROR_LIST -> errorListTtl;
            case STATISTICS -> statisticsTtl;
            case TRENDS -> trendsTtl;
            case SERVICE_HEALTH -> serviceHealthTtl;
            case SYSTEM_METRICS -> systemMetricsTtl;
            case PERFORMANCE -> performanceTtl;
            case UPTIME -> uptimeTtl;
        };
    }

    boolean isEnabled() {
        return !redisUrl.isBlank();
    }

    RedisURI redis() {
        return parse(redisUrl);
    }

    private static RedisURI parse(String url) {
        try {
            return RedisURI.create(url.strip());
        } catch (RuntimeException _) {
            // Without its cause, which quotes the URL and so the password.
            throw new IllegalArgumentException(
                    "REDIS_URL must have the form redis://:password@host:6379/0, with special characters percent-encoded, or be empty for no cache");
        }
    }

    /// Without the password.
    @Override
    public String toString() {
        return "CacheSettings[enabled=%s, commandTimeout=%s, maxBody=%s]"
                .formatted(isEnabled(), commandTimeout, maxBody);
    }
}
