package dev.faultline.ingest;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// Who sent a request, as far as the connection tells. An event that says it itself is believed.
record Sender(@Nullable String userAgent, @Nullable String address) {
    static Sender of(HttpServletRequest request) {
        return new Sender(request.getHeader(HttpHeaders.USER_AGENT), request.getRemoteAddr());
    }
}
