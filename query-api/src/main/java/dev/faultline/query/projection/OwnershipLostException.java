package dev.faultline.query.projection;

/// Another projector has moved the offsets that this one thought were its own.
final class OwnershipLostException extends RuntimeException {

    OwnershipLostException() {
        super("Another projector has read on");
    }
}
