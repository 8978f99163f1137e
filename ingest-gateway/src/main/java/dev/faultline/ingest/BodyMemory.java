package dev.faultline.ingest;

import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.util.concurrent.Semaphore;

/// The memory that the bodies in work share, so that many large ones at a time end in 503 and not
/// in an exhausted heap.
final class BodyMemory {
    private final Semaphore bytes;

    BodyMemory(int bytes) {
        this.bytes = new Semaphore(bytes);
    }

    Share share() {
        return new Share();
    }

    /// What one request holds, until closed. Used by one thread.
    final class Share implements AutoCloseable {
        private int held;

        private Share() {}

        /// @throws ApiException 503 if no such amount is free
        void grow(int by) {
            if (!bytes.tryAcquire(by)) {
                throw new ApiException(
                        ProblemType.UNAVAILABLE,
                        "Too many large requests at a time: try again later");
            }
            held += by;
        }

        @Override
        public void close() {
            bytes.release(held);
            held = 0;
        }
    }
}
