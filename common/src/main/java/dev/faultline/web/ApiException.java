package dev.faultline.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Ends a request with an error answer.
public final class ApiException extends RuntimeException {

    private final ProblemType type;
    private final @Nullable Duration retryAfter;
    private final transient @Nullable Object details;

    /// @param message the sentence the caller gets
    public ApiException(ProblemType type, String message) {
        this(type, message, null, null, null);
    }

    /// @param message the sentence the caller gets
    /// @param retryAfter how long it is of no use to ask again
    public ApiException(ProblemType type, String message, Duration retryAfter) {
        this(type, message, retryAfter, null, null);
    }

    /// @param message the sentence the caller gets
    /// @param cause what happened, for the log
    public ApiException(ProblemType type, String message, Throwable cause) {
        this(type, message, null, null, cause);
    }

    private ApiException(
            ProblemType type,
            String message,
            @Nullable Duration retryAfter,
            @Nullable Object details,
            @Nullable Throwable cause) {
        super(message, cause);
        this.type = type;
        this.retryAfter = retryAfter;
        this.details = details;
    }

    /// @param message the sentence the caller gets
    /// @param details the same for programs; becomes JSON
    public static ApiException withDetails(ProblemType type, String message, Object details) {
        return new ApiException(type, message, null, details, null);
    }

    public ProblemType type() {
        return type;
    }

    /// How long it is of no use to ask again, where that is known; null elsewhere.
    @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /// More about it, for programs; null if there is no more.
    public @Nullable Object details() {
        return details;
    }
}
