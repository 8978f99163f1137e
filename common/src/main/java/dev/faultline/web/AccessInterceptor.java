package dev.faultline.web;

import dev.faultline.access.AccessPolicy;
import dev.faultline.access.ApiKey;
import dev.faultline.access.Right;
import dev.faultline.audit.Actor;
import dev.faultline.audit.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Lets a request reach its controller only with the right that the policy asks for. It decides on
/// the pattern by which the controller was found, so the two can't read a path differently.
final class AccessInterceptor implements HandlerInterceptor {

    private final AccessPolicy policy;
    private final AuditTrail audit;

    AccessInterceptor(AccessPolicy policy, AuditTrail audit) {
        this.policy = policy;
        this.audit = audit;
    }

    /// @throws ApiException `403` if the key lacks the right
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Without a key there are only paths that need none.
        if (request.getAttribute(ApiKeyFilter.ATTRIBUTE) instanceof ApiKey key
                && !HttpMethod.OPTIONS.matches(request.getMethod())) {
            String pattern = pattern(request);
            Optional<String> refusal = refusal(key, right(request.getMethod(), pattern));
            if (refusal.isPresent()) {
                audit.denied(
                        Actor.of(key, request.getRemoteAddr()),
                        request.getMethod() + " " + pattern);
                throw new ApiException(ProblemType.FORBIDDEN, refusal.get());
            }
        }
        return true;
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private Right right(String method, String pattern) {
        return policy.right(method, pattern)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "No policy for %s %s".formatted(method, pattern)));
    }

    private static Optional<String> refusal(ApiKey key, Right right) {
        if (!key.hasPermissionFor(right)) {
            return Optional.of("This key lacks the permission " + right.permission().wanted());
        }
        return key.hasRoleFor(right)
                ? Optional.empty()
                : Optional.of(
                        "The role '%s' does not allow this: it takes '%s' or more"
                                .formatted(key.role().text(), right.role().text()));
    }
}
