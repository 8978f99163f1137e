package dev.faultline.web;

import dev.faultline.access.AccessPolicy;
import dev.faultline.access.ApiKey;
import dev.faultline.access.ApiKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a request to `/api` or `/metrics` pass only with a valid key, also one to a path that does
/// not exist: an outsider learns nothing. The key is read from headers only, since URLs end up in
/// logs. What the key may do is up to [AccessInterceptor].
final class ApiKeyFilter extends OncePerRequestFilter {

    static final String ATTRIBUTE = ApiKey.class.getName();
    static final String HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";

    /// What a path begins with that needs a key.
    private static final Set<String> GUARDED = Set.of("api", "metrics");

    private final ApiKeys keys;
    private final ErrorWriter errors;

    ApiKeyFilter(ApiKeys keys, ErrorWriter errors) {
        this.keys = keys;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPublic(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiKey> key =
                Optional.ofNullable(presentedKey(request)).flatMap(keys::authenticate);
        if (key.isEmpty()) {
            errors.write(
                    response,
                    ProblemType.UNAUTHORIZED,
                    "Invalid or missing API key: send one in the X-API-Key header");
            return;
        }
        if (!isFromAllowedPage(key.get(), request.getHeader(HttpHeaders.ORIGIN))) {
            errors.write(
                    response,
                    ProblemType.FORBIDDEN,
                    "This key may not be used by pages of this origin: its allowed_origins list"
                            + " those that may");
            return;
        }
        request.setAttribute(ATTRIBUTE, key.get());
        chain.doFilter(request, response);
    }

    /// Decided on both readings of the path: the server resolves `..`, the handlers are matched
    /// against the path as it was sent, decoded.
    private static boolean isPublic(HttpServletRequest request) {
        return !(isUnderGuard(request.getServletPath()) || isGuarded(request.getRequestURI()))
                || AccessPolicy.isPublic(request.getMethod(), request.getRequestURI());
    }

    private static boolean isUnderGuard(String path) {
        return GUARDED.stream()
                .map(root -> "/" + root)
                .anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    /// Whether a path, encoded, needs a key.
    static boolean isGuarded(String path) {
        return PathContainer.parsePath(path).elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .findFirst()
                .map(first -> GUARDED.contains(((PathContainer.PathSegment) first).valueToMatch()))
                .orElse(false);
    }

    /// A request without an origin comes from no page.
    private static boolean isFromAllowedPage(ApiKey key, @Nullable String origin) {
        return origin == null
                || key.allowedOrigins().isEmpty()
                || key.allowedOrigins().contains(origin);
    }

    private static @Nullable String presentedKey(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (key != null) {
            return key;
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length())
                : null;
    }
}
