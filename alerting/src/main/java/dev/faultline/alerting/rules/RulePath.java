package dev.faultline.alerting.rules;

import dev.faultline.event.Uuids;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.util.UUID;

/// Reads the id in the path of a rule.
public final class RulePath {

    private RulePath() {}

    /// @throws ApiException `400` if it is no UUID
    public static UUID id(String text) {
        return Uuids.parse(text)
                .orElseThrow(
                        () -> new ApiException(ProblemType.INVALID_REQUEST, "Invalid UUID format"));
    }
}
