package dev.faultline.query.team;

import dev.faultline.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What became of the mail of an invitation, which is good in any case.
sealed interface Mailing {

    /// The mail server has it.
    record Sent() implements Mailing {}

    /// The project has no e-mail integration.
    record NotConfigured() implements Mailing {}

    /// @param reason a sentence; longer than 500 characters is cut
    record Failed(String reason) implements Mailing {

        private static final int MAX_REASON = 500;

        public Failed {
            reason = reason.substring(0, Math.min(MAX_REASON, reason.length()));
        }
    }

    /// Reads what alerting answered; or whoever answers in its place.
    static Mailing of(int status, byte[] body) {
        if (status == 409) {
            return new NotConfigured();
        }
        JsonNode answer = json(body);
        if (status == 200 && answer.at("/data/delivered").booleanValue(false)) {
            return new Sent();
        }
        String reason = answer.at(status == 200 ? "/data/error" : "/error").stringValue("");
        return new Failed(
                reason.isBlank() ? "Alerting answered HTTP %d".formatted(status) : reason);
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JacksonException e) {
            return Json.mapper().missingNode();
        }
    }
}
