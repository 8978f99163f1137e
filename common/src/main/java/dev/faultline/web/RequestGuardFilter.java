package dev.faultline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/// The first to see a request: gives its answer the [SecurityHeaders], and refuses an address that
/// no well-meaning client sends, before it can reach a query or a log.
final class RequestGuardFilter extends OncePerRequestFilter {

    private final ErrorWriter errors;

    RequestGuardFilter(ErrorWriter errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityHeaders.addTo(response, request);
        Optional<String> fault =
                RequestAddress.fault(request.getRequestURI(), request.getQueryString());
        if (fault.isPresent()) {
            errors.write(response, ProblemType.INVALID_REQUEST, fault.get());
            return;
        }
        chain.doFilter(request, response);
    }
}
