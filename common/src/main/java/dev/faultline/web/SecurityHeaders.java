package dev.faultline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/// What every answer tells a browser: take it for what it says it is, keep it to yourself, and run
/// nothing that is in it.
///
/// `Cross-Origin-Resource-Policy` keeps other pages from embedding an answer; what they fetch is a
/// matter of CORS, whose requests it does not concern. A handler that answers with a page replaces
/// the policy by `setHeader`.
final class SecurityHeaders {

    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    private SecurityHeaders() {}

    static void addTo(HttpServletResponse response, HttpServletRequest request) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", A_YEAR);
        }
    }
}
