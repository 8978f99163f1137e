package dev.faultline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The body of every other answer.
///
/// @param error a sentence: what is wrong and, where the caller can do something, what
/// @param code the [ProblemType] in lower case, for programs
/// @param details more about it, for programs; left out where there is no more
public record ErrorEnvelope(
        String error,
        String status,
        String code,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object details) {

    public static ErrorEnvelope of(ProblemType type, String error) {
        return of(type, error, null);
    }

    static ErrorEnvelope of(ProblemType type, String error, @Nullable Object details) {
        return new ErrorEnvelope(error, "error", type.name().toLowerCase(Locale.ROOT), details);
    }
}
