package dev.faultline.web;

import dev.faultline.access.ApiKey;
import dev.faultline.limit.RateLimiter;
import dev.faultline.usage.RequestClass;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Charges the key for the request, before anything is read of it.
final class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimiter limiter;
    private final ErrorWriter errors;

    RateLimitFilter(RateLimiter limiter, ErrorWriter errors) {
        this.limiter = limiter;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(ApiKeyFilter.ATTRIBUTE) instanceof ApiKey key)) {
            chain.doFilter(request, response);
            return;
        }
        RequestClass type = RequestClass.of(request.getMethod(), request.getServletPath());
        Quota quota = new Quota(limiter, key, type, response);
        var charge = quota.charge(1);
        if (charge.refused() > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(charge.retryAfter()));
            errors.write(response, ProblemType.RATE_LIMITED, charge.sentence());
            return;
        }
        request.setAttribute(Quota.ATTRIBUTE, quota);
        chain.doFilter(request, response);
    }
}
