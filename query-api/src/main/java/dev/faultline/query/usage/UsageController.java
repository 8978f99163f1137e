package dev.faultline.query.usage;

import dev.faultline.access.ApiKey;
import dev.faultline.web.ApiException;
import dev.faultline.web.Envelope;
import dev.faultline.web.ProblemType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/settings/usage`: what the keys of the project used.
@RestController
class UsageController {

    private static final int MAX_HOURS = 24 * 90;

    private final KeyUses uses;

    UsageController(KeyUses uses) {
        this.uses = uses;
    }

    @GetMapping("/api/settings/usage")
    Envelope<UsageReport> get(ApiKey key, @RequestParam(defaultValue = "24") String hours) {
        return Envelope.of(uses.report(key.project(), hours(hours)));
    }

    private static int hours(String text) {
        try {
            int hours = Integer.parseInt(text);
            if (hours >= 1 && hours <= MAX_HOURS) {
                return hours;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw new ApiException(
                ProblemType.INVALID_REQUEST,
                "hours must be a number from 1 to %d".formatted(MAX_HOURS));
    }
}
