package dev.faultline.web;

import dev.faultline.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/// Writes the error envelope where no controller is at work.
final class ErrorWriter {

    void write(HttpServletResponse response, ProblemType type, String error) throws IOException {
        response.setStatus(type.status().value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream()
                .write(Json.mapper().writeValueAsBytes(ErrorEnvelope.of(type, error)));
    }
}
