package dev.faultline.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/// The header with which a caller authenticated itself, to ask another stage in its name.
record Credential(String header, String value) {
    private static final String API_KEY = "X-API-Key";

    static Optional<Credential> of(HttpServletRequest request) {
        return of(request, API_KEY).or(() -> of(request, HttpHeaders.AUTHORIZATION));
    }

    private static Optional<Credential> of(HttpServletRequest request, String header) {
        return Optional.ofNullable(request.getHeader(header))
                .map(value -> new Credential(header, value));
    }

    /// Without the key.
    @Override
    public String toString() {
        return "Credential[" + header + "]";
    }
}
