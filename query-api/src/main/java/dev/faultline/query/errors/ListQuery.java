package dev.faultline.query.errors;

import dev.faultline.event.Level;
import dev.faultline.event.Severity;
import dev.faultline.web.ApiException;
import dev.faultline.web.Paging;
import dev.faultline.web.ProblemType;
import org.jspecify.annotations.Nullable;

/// What a caller wants to see of a project's errors.
///
/// @param limit 1 to 100
/// @param offset how many to skip
/// @param level null for any
/// @param severity null for any; narrower than a level
/// @param source null for any
record ListQuery(
        int limit,
        long offset,
        @Nullable Level level,
        @Nullable Severity severity,
        @Nullable String source) {

    /// Reads the parameters of a request; null where one is absent.
    ///
    /// @throws ApiException `400`, saying which one is wrong and what is expected
    static ListQuery parse(
            @Nullable String limit,
            @Nullable String offset,
            @Nullable String level,
            @Nullable String source) {
        Paging paging = Paging.parse(limit, offset);
        Severity severity = level == null || level.isEmpty() ? null : LevelParameter.parse(level);
        if (source != null && source.indexOf('\0') >= 0) {
            throw invalid("source must not hold a NUL");
        }
        return new ListQuery(
                paging.limit(),
                paging.offset(),
                severity == null ? null : severity.level(),
                severity == Severity.FATAL ? severity : null,
                source == null || source.isEmpty() ? null : source);
    }

    /// The number of the page that begins at the offset, from 1.
    long page() {
        return new Paging(limit, offset).page();
    }

    /// Unambiguous: what can hold anything comes last.
    String cacheKey() {
        return "%d|%d|%s|%s|%s"
                .formatted(limit, offset, level, severity, source == null ? "" : "=" + source);
    }

    private static ApiException invalid(String sentence) {
        return new ApiException(ProblemType.INVALID_REQUEST, sentence);
    }
}
