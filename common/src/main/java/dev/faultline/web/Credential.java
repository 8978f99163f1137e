package dev.faultline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/// The header with which a caller authenticated itself, to ask another stage in its name.
public record Credential(String header, String value) {

    /// @return empty if the request carries no key
    public static Optional<Credential> of(HttpServletRequest request) {
        return of(request, ApiKeyFilter.HEADER).or(() -> of(request, HttpHeaders.AUTHORIZATION));
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
