package dev.faultline.alerting.incidents;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.event.Uuids;
import dev.faultline.web.ApiException;
import dev.faultline.web.Paging;
import dev.faultline.web.ProblemType;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a caller wants to see of a project's incidents.
///
/// @param status null for any
/// @param severity null for any
/// @param ruleId null for any
record IncidentQuery(
        Paging paging,
        @Nullable IncidentStatus status,
        @Nullable AlertSeverity severity,
        @Nullable UUID ruleId) {

    /// Reads the parameters of a request; null where one is absent.
    ///
    /// @throws ApiException `400`, saying which one is wrong and what is expected
    static IncidentQuery parse(
            @Nullable String limit,
            @Nullable String offset,
            @Nullable String status,
            @Nullable String severity,
            @Nullable String ruleId) {
        return new IncidentQuery(
                Paging.parse(limit, offset),
                parsed(status, IncidentStatus::named, IncidentRequest.STATUSES),
                parsed(severity, AlertSeverity::named, IncidentRequest.SEVERITIES),
                parsed(ruleId, Uuids::parse, "rule_id must be a UUID"));
    }

    private static <T> @Nullable T parsed(
            @Nullable String text, Function<String, Optional<T>> parser, String sentence) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return parser.apply(text)
                .orElseThrow(() -> new ApiException(ProblemType.INVALID_REQUEST, sentence));
    }
}
