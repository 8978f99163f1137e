package dev.faultline.query.projection;

/// The stored offsets belong to another log. The message is a sentence for the operator.
final class ForeignLogException extends RuntimeException {

    ForeignLogException(String message) {
        super(message);
    }
}
