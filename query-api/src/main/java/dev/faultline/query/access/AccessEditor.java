package dev.faultline.query.access;

import dev.faultline.access.AccessBook;
import dev.faultline.access.AccessRecord;
import dev.faultline.access.AccessWriter;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes keys, members and projects, one change after the other. Thread-safe.
///
/// Two processes that change the same record in the same moment do not see each other: the later
/// one stands.
public final class AccessEditor {

    private static final Logger LOGGER = LoggerFactory.getLogger(AccessEditor.class);

    /// How long a change waits to see itself.
    private static final Duration VISIBLE = Duration.ofSeconds(2);

    /// How long a change waits for those before it.
    private static final Duration TURN = Duration.ofSeconds(5);

    private final AccessBook book;
    private final AccessWriter writer;
    private final ReentrantLock turn = new ReentrantLock();

    AccessEditor(AccessBook book, AccessWriter writer) {
        this.book = book;
        this.writer = writer;
    }

    /// Runs a change that first looks at what there is, while nobody else in this process changes
    /// it.
    ///
    /// @throws ApiException `503` if others change too much
    public <T> T inTurn(Supplier<T> change) {
        try {
            if (!turn.tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ApiException(
                        ProblemType.UNAVAILABLE, "Access is being changed: try again shortly");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            return change.get();
        } finally {
            turn.unlock();
        }
    }

    /// Returns when the record is in force in this process, or after a while: it is durable then.
    ///
    /// @throws ApiException `503` if Kafka did not take it
    public void put(AccessRecord record) {
        apply(record, () -> writer.put(record));
    }

    /// Like [#put(AccessRecord)].
    public void remove(AccessRecord record) {
        apply(record, () -> writer.remove(record));
    }

    private void apply(AccessRecord record, Supplier<Long> write) {
        try {
            long revision = write.get();
            if (!book.await(record.recordKey(), revision, VISIBLE)) {
                LOGGER.warn("{} is written, but not seen yet", record.recordKey());
            }
        } catch (KafkaException e) {
            throw new ApiException(
                    ProblemType.UNAVAILABLE, "Kafka did not take the change: try again", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ApiException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ApiException(ProblemType.UNAVAILABLE, "The server is stopping", e);
    }
}
