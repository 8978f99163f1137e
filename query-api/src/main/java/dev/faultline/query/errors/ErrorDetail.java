package dev.faultline.query.errors;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.faultline.group.ErrorObject;

/// One error, with all that its list does not tell.
record ErrorDetail(@JsonUnwrapped ErrorObject error, Occurrences occurrences) {

    static ErrorDetail of(ErrorObject error, long kept) {
        return new ErrorDetail(error, new Occurrences(error.count(), kept));
    }

    /// @param seen events that were counted
    /// @param kept how many of them can be looked at
    record Occurrences(long seen, long kept) {}
}
