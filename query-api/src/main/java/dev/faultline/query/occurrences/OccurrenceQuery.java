package dev.faultline.query.occurrences;

import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import org.jspecify.annotations.Nullable;

/// Which of a group's occurrences a caller wants to see.
///
/// @param limit 1 to 100
/// @param before the end of the page before; null for the first page
record OccurrenceQuery(int limit, @Nullable OccurrenceCursor before) {

    private static final int DEFAULT_LIMIT = 50;

    /// @throws ApiException `400`, saying which parameter is wrong and what is expected
    static OccurrenceQuery parse(@Nullable String limit, @Nullable String before) {
        if (limit != null && !limit.matches("[1-9][0-9]?|100")) {
            throw invalid("limit must be a number from 1 to 100");
        }
        return new OccurrenceQuery(
                limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit),
                before == null
                        ? null
                        : OccurrenceCursor.parse(before)
                                .orElseThrow(
                                        () -> invalid("before must be next of the page before")));
    }

    private static ApiException invalid(String sentence) {
        return new ApiException(ProblemType.INVALID_REQUEST, sentence);
    }
}
