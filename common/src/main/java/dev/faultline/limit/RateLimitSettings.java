package dev.faultline.limit;

import dev.faultline.access.ApiKey;
import dev.faultline.usage.RequestClass;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much of the API a key may use in any 60 seconds. 0 is no limit.
///
/// @param mode `off`, `observe` or `enforce` (`RATE_LIMIT_MODE`)
/// @param ingest events sent, 0 to 1,000,000
/// @param analytics requests for statistics and trends, 0 to 1,000,000
/// @param general all other requests, 0 to 1,000,000
/// @param wrongKeys requests with a wrong key from one address, 0 to 1,000,000; in force under
///   `enforce` only
/// @param maxWindows keys and classes counted at a time, and addresses that sent wrong keys, 100 to
///   1,000,000; beyond it those that were seen least recently are forgotten. One takes about 600
///   bytes
@ConfigurationProperties("faultline.rate-limit")
public record RateLimitSettings(
        @DefaultValue("observe") RateLimitMode mode,
        @DefaultValue("1000") int ingest,
        @DefaultValue("100") int analytics,
        @DefaultValue("500") int general,
        @DefaultValue("60") int wrongKeys,
        @DefaultValue("10000") int maxWindows) {

    private static final int MOST = 1_000_000;
    private static final int FEWEST_WINDOWS = 100;

    public RateLimitSettings {
        requireLimit("INGEST", ingest);
        requireLimit("ANALYTICS", analytics);
        requireLimit("GENERAL", general);
        requireLimit("WRONG_KEYS", wrongKeys);
        if (maxWindows < FEWEST_WINDOWS || maxWindows > MOST) {
            throw new IllegalArgumentException(
                    "FAULTLINE_RATE_LIMIT_MAX_WINDOWS must be 100 to 1000000");
        }
    }

    private static void requireLimit(String name, int value) {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException(
                    "FAULTLINE_RATE_LIMIT_%s must be 0 (no limit) to 1000000".formatted(name));
        }
    }

    /// The key's own limit of a class, or the one that is set here; 0 if there is none.
    int of(ApiKey key, RequestClass type) {
        return switch (type) {
            case INGEST -> own(key.limits().ingest(), ingest);
            case ANALYTICS -> own(key.limits().analytics(), analytics);
            case GENERAL -> own(key.limits().general(), general);
        };
    }

    private static int own(@Nullable Integer limit, int otherwise) {
        return limit == null ? otherwise : limit;
    }
}
