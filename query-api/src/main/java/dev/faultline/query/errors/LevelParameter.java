package dev.faultline.query.errors;

import dev.faultline.event.Severity;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;

/// Reads the parameter `level` of a request.
public final class LevelParameter {

    private LevelParameter() {}

    /// @throws ApiException `400` if it names no level
    public static Severity parse(String text) {
        return Severity.parse(text)
                .orElseThrow(() ->
                        new ApiException(
                                ProblemType.INVALID_REQUEST,
                                "level must be one of error, warning, info, debug, fatal, critical"));
    }
}
