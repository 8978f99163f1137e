package dev.faultline.web;

import java.util.Locale;

/// The body of every other answer.
///
/// @param error a sentence: what is wrong and, where the caller can do something, what
/// @param code the [ProblemType] in lower case, for programs
public record ErrorEnvelope(String error, String status, String code) {

    public static ErrorEnvelope of(ProblemType type, String error) {
        return new ErrorEnvelope(error, "error", type.name().toLowerCase(Locale.ROOT));
    }
}
