package dev.faultline.web;

import dev.faultline.access.ApiKey;
import dev.faultline.limit.Charge;
import dev.faultline.limit.RateLimiter;
import dev.faultline.usage.RequestClass;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;

/// What the caller of this request may use. Every request was charged 1 before its handler is
/// called; one that turns out to be more is charged the rest there. Tells the caller where he
/// stands, in the fields of
/// [draft-ietf-httpapi-ratelimit-headers](https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/10/).
public final class Quota {

    static final String ATTRIBUTE = Quota.class.getName();

    private final RateLimiter limiter;
    private final ApiKey key;
    private final RequestClass type;
    private final HttpServletResponse response;

    Quota(RateLimiter limiter, ApiKey key, RequestClass type, HttpServletResponse response) {
        this.limiter = limiter;
        this.key = key;
        this.type = type;
        this.response = response;
    }

    /// Of a request to `/api` that was let through.
    public static Quota of(HttpServletRequest request) {
        return (Quota)
                Objects.requireNonNull(
                        request.getAttribute(ATTRIBUTE),
                        "The rate limit filter sees every request under /api");
    }

    /// @param asked how many events or requests
    public Charge charge(int asked) {
        Charge charge = limiter.charge(key, type, asked);
        if (charge.isLimited()) {
            response.setHeader(
                    "RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(type.label(), charge.limit()));
            response.setHeader(
                    "RateLimit",
                    "\"%s\";r=%d;t=%d"
                            .formatted(type.label(), charge.remaining(), charge.seconds()));
        }
        return charge;
    }
}
