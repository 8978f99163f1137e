package dev.faultline.startup;

/// A start that can't succeed. The message is one sentence for the operator: the cause and the fix.
public final class StartupException extends RuntimeException {

    public StartupException(String message) {
        super(message);
    }

    public StartupException(String message, Throwable cause) {
        super(message, cause);
    }
}
