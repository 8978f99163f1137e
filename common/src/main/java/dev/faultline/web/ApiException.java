package dev.faultline.web;

/// Ends a request with an error answer.
public final class ApiException extends RuntimeException {

    private final ProblemType type;

    /// @param message the sentence the caller gets
    public ApiException(ProblemType type, String message) {
        super(message);
        this.type = type;
    }

    /// @param message the sentence the caller gets
    /// @param cause what happened, for the log
    public ApiException(ProblemType type, String message, Throwable cause) {
        super(message, cause);
        this.type = type;
    }

    public ProblemType type() {
        return type;
    }
}
