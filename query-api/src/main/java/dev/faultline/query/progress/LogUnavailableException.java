package dev.faultline.query.progress;

/// Kafka did not say in time where the log stands.
public final class LogUnavailableException extends RuntimeException {

    LogUnavailableException(Throwable cause) {
        super("Kafka does not answer", cause);
    }
}
