package dev.faultline.query.projection;

import dev.faultline.database.DatabaseFailure;
import dev.faultline.query.cache.Generations;
import dev.faultline.query.progress.Pulse;
import dev.faultline.query.projection.OffsetStore.Advance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One consumer's life: poll, store, tell those who wait; until it is stopped or breaks.
final class ProjectionSession implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProjectionSession.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(2);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final RecordReader reader;
    private final ProjectionStore store;
    private final Assignment assignment;
    private final Generations generations;
    private final Pulse pulse;
    private final Housekeeping housekeeping;
    private final BooleanSupplier stopping;

    ProjectionSession(
            Consumer<byte[], byte[]> consumer,
            RecordReader reader,
            Assignment assignment,
            ProjectionStore store,
            Housekeeping housekeeping,
            Generations generations,
            Pulse pulse,
            BooleanSupplier stopping) {
        this.consumer = consumer;
        this.reader = reader;
        this.assignment = assignment;
        this.store = store;
        this.housekeeping = housekeeping;
        this.generations = generations;
        this.pulse = pulse;
        this.stopping = stopping;
    }

    void begin() {
        consumer.subscribe(reader.topicNames(), assignment);
        // A projector that was killed between its commit and the renewal left stale answers.
        generations.renewAll();
    }

    /// Polls once, and stores what came.
    void step() {
        housekeeping.runIfDue();
        try {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            // It also moves where a poll gives no records: past the marks of transactions.
            List<Advance> advances = assignment.advances(records.nextOffsets());
            if (!advances.isEmpty()) {
                store(changes(records), advances);
            }
        } catch (OffsetOutOfRangeException e) {
            store(
                    List.of(),
                    assignment.skipLost(Set.copyOf(e.offsetOutOfRangePartitions().keySet())));
        }
    }

    private List<Change> changes(ConsumerRecords<byte[], byte[]> records) {
        List<Change> changes = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Optional<Change> change = reader.read(record);
            change.ifPresent(changes::add);
        }
        return changes;
    }

    private void store(List<Change> changes, List<Advance> advances) {
        int assigned = assignment.changes();
        Duration pause = FIRST_RETRY;
        boolean failing = false;
        while (!stopping.getAsBoolean() && assignment.changes() == assigned) {
            try {
                store.store(changes, advances);
                if (failing) {
                    LOGGER.info("The projection goes on");
                }
                stored(changes, advances);
                break;
            } catch (OwnershipLostException e) {
                LOGGER.info("{}: reading again from where it stands", e.getMessage());
                assignment.seekAll();
                break;
            } catch (DataAccessException e) {
                DatabaseFailure failure = DatabaseFailure.of(e);
                if (!failure.isTransient()) {
                    throw e;
                }
                if (!failing) {
                    LOGGER.warn("The projection waits for the database: {}", failure.reason());
                }
                failing = true;
                pause(pause);
                pause = longer(pause);
            }
        }
        consumer.resume(consumer.paused());
    }

    private void stored(List<Change> changes, List<Advance> advances) {
        assignment.advanced(advances);
        generations.renew(
                changes.stream()
                        .flatMap(change -> change.project().stream())
                        .collect(Collectors.toUnmodifiableSet()));
        pulse.committed();
    }

    /// Polls without taking records, so that the group does not take this projector for dead.
    private void pause(Duration pause) {
        consumer.pause(consumer.assignment());
        consumer.poll(pause);
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE));
    }
}
