package dev.faultline.query.monitoring;

/// The database does not take or give what is recorded.
final class NotRecordedException extends RuntimeException {

    NotRecordedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
