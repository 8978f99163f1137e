package dev.faultline.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which part of a list a caller wants to see: the parameters `limit` and `offset`.
///
/// @param limit 1 to 100
/// @param offset how many to skip, 0 and more
public record Paging(int limit, long offset) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    /// Reads the parameters of a request; null where one is absent.
    ///
    /// @throws ApiException `400`, saying which one is wrong and what is expected
    public static Paging parse(@Nullable String limit, @Nullable String offset) {
        long most =
                number(limit, DEFAULT_LIMIT)
                        .filter(n -> n >= 1 && n <= MAX_LIMIT)
                        .orElseThrow(() -> invalid("limit must be a number from 1 to 100"));
        long skipped =
                number(offset, 0)
                        .filter(n -> n >= 0)
                        .orElseThrow(() -> invalid("offset must be a number of at least 0"));
        return new Paging((int) most, skipped);
    }

    /// The number of the page that begins at the offset, from 1.
    public long page() {
        return offset / limit + 1;
    }

    private static Optional<Long> number(@Nullable String text, long absent) {
        if (text == null) {
            return Optional.of(absent);
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static ApiException invalid(String sentence) {
        return new ApiException(ProblemType.INVALID_REQUEST, sentence);
    }
}
