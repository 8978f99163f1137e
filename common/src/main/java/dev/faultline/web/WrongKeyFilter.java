package dev.faultline.web;

import dev.faultline.limit.WrongKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers who tries one wrong key after the other with 429. It looks at the answer, so a valid key
/// from the same address gets its own; and a missing key is no try.
final class WrongKeyFilter extends OncePerRequestFilter {

    private final WrongKeys wrongKeys;
    private final ErrorWriter errors;

    WrongKeyFilter(WrongKeys wrongKeys, ErrorWriter errors) {
        this.wrongKeys = wrongKeys;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() != HttpStatus.UNAUTHORIZED.value()
                || !hasKey(request)
                || response.isCommitted()) {
            return;
        }
        OptionalInt seconds = wrongKeys.count(request.getRemoteAddr());
        if (seconds.isPresent()) {
            response.resetBuffer();
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds.getAsInt()));
            errors.write(
                    response,
                    ProblemType.RATE_LIMITED,
                    "Rate limit exceeded: too many wrong keys from this address");
        }
    }

    private static boolean hasKey(HttpServletRequest request) {
        return request.getHeader(ApiKeyFilter.HEADER) != null
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }
}
