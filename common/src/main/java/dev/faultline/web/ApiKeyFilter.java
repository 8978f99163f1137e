package dev.faultline.web;

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

/// Lets a request to `/api` and `/metrics` pass only with a valid key, also one to a path that does
/// not exist: an outsider learns nothing. The key is read from headers only, since URLs end up in
/// logs.
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
        request.setAttribute(ATTRIBUTE, key.get());
        chain.doFilter(request, response);
    }

    /// Decided on both readings of the path: the server resolves `..`, the handlers are matched
    /// against the path as it was sent, decoded.
    private static boolean isPublic(HttpServletRequest request) {
        String path = request.getServletPath();
        return !(isGuarded(path.substring(Math.min(1, path.length())).split("/", 2)[0])
                || isSentToGuarded(request));
    }

    private static boolean isGuarded(String firstSegment) {
        return GUARDED.contains(firstSegment);
    }

    private static boolean isSentToGuarded(HttpServletRequest request) {
        return PathContainer.parsePath(request.getRequestURI()).elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .findFirst()
                .map(first -> ((PathContainer.PathSegment) first).valueToMatch())
                .filter(ApiKeyFilter::isGuarded)
                .isPresent();
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
