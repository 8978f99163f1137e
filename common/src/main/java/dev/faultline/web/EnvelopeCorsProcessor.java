package dev.faultline.web;

import dev.faultline.json.Json;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;

/// Refuses a request from another origin with the error envelope instead of a bare text.
final class EnvelopeCorsProcessor extends DefaultCorsProcessor {

    private static final ErrorEnvelope REFUSAL =
            ErrorEnvelope.of(
                    ProblemType.FORBIDDEN,
                    "This origin, method or header is not allowed: CORS_ORIGINS lists the origins that are");

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        response.setStatusCode(ProblemType.FORBIDDEN.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getBody().write(Json.mapper().writeValueAsBytes(REFUSAL));
        response.flush();
    }
}
