package dev.faultline.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Ends a request with an error answer.
public final class ApiException extends RuntimeException {

    private final ProblemType type;
    private final @Nullable Duration retryAfter;

    /// @param message the sentence the caller gets
    public ApiException(ProblemType type, String message) {
        super(message);
        this.type = type;
        this.retryAfter = null;
    }

    /// @param message the sentence the caller gets
    /// @param retryAfter how long it is of no use to ask again
    public ApiException(ProblemType type, String message, Duration retryAfter) {
        super(message);
        this.type = type;
        this.retryAfter = retryAfter;
    }

    /// @param message the sentence the caller gets
    /// @param cause what happened, for the log
    public ApiException(ProblemType type, String message, Throwable cause) {
        super(message, cause);
        this.type = type;
        this.retryAfter = null;
    }

    public ProblemType type() {
        return type;
    }

    /// How long it is of no use to ask again, where that is known; null elsewhere.
    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
