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
/// @param errorListTtl how long a list of errors is kept at most; it is invalidated earlier when
///   the project's data changes
/// @param commandTimeout how long a request waits for Redis before it goes on without, 1 ms to 10 s
/// @param maxBody a larger answer is not kept
@ConfigurationProperties("faultline.query.cache")
public record CacheSettings(
        @DefaultValue("") String redisUrl,
        @DefaultValue("2m") Duration errorListTtl,
        @DefaultValue("50ms") Duration commandTimeout,
        @DefaultValue("256KB") DataSize maxBody) {

    public CacheSettings {
        if (!redisUrl.isBlank()) {
            parse(redisUrl);
        }
        if (errorListTtl.toMillis() < 1) {
            throw new IllegalArgumentException("error-list-ttl must be at least 1ms");
        }
        if (commandTimeout.toMillis() < 1 || commandTimeout.toSeconds() > 10) {
            throw new IllegalArgumentException("command-timeout must be 1ms to 10s");
        }
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
        return "CacheSettings[enabled=%s, errorListTtl=%s, commandTimeout=%s, maxBody=%s]"
                .formatted(isEnabled(), errorListTtl, commandTimeout, maxBody);
    }
}
