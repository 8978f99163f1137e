package dev.faultline.query.projection;

import dev.faultline.database.DatabaseFailure;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.query.projection.OffsetStore.Advance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/// Stores what was read together with how far it was read, in one transaction: neither can be there
/// without the other.
final class ProjectionStore {

    private static final String REFUSED = "refused by the database";

    private final DSLContext database;
    private final LeftOut leftOut;
    private final OccurrenceStore occurrences;
    private final AliasStore aliases;
    private final ForgottenStore forgotten;
    private final StateStore states = new StateStore();
    private final PayloadStore payloads = new PayloadStore();
    private final CountStore counts = new CountStore();
    private final OutcomeStore outcomes = new OutcomeStore();
    private final UsageStore usage = new UsageStore();
    private final OffsetStore offsets = new OffsetStore();
    private final Timer batches;
    private final Counter records;

    /// Batches are timed in `faultline.projection.batches`, what they hold is counted in
    /// `faultline.projection.records`.
    ProjectionStore(
            QueryDatabase database,
            OccurrenceStore occurrences,
            LeftOut leftOut,
            MeterRegistry meters) {
        this.leftOut = leftOut;
        this.database = database.projection();
        this.occurrences = occurrences;
        this.aliases = new AliasStore(occurrences);
        this.forgotten = new ForgottenStore(states);
        this.batches = meters.timer("faultline.projection.batches");
        this.records = meters.counter("faultline.projection.records");
    }

    /// @throws OwnershipLostException if another projector has read on; then nothing is stored
    /// @throws DataAccessException if the database is away; then nothing is stored
    void store(List<Change> changes, List<Advance> advances) {
        batches.record(() -> storeTogether(changes, advances));
        records.increment(changes.size());
    }

    private void storeTogether(List<Change> changes, List<Advance> advances) {
        // In transactions of its own: what it locks must not wait for the rest.
        occurrences.prepare(changes);
        try {
            database.transaction(transaction -> {
                // First: it holds off, or finds out, every other projector of these partitions.
                offsets.advance(transaction.dsl(), advances);
                write(transaction.dsl(), changes);
            });
        } catch (DataAccessException e) {
            if (!DatabaseFailure.of(e).isCausedByValues()) {
                throw e;
            }
            storeOneByOne(changes, advances);
        }
    }

    /// The database refuses a value: finds out which, and leaves that record out.
    private void storeOneByOne(List<Change> changes, List<Advance> advances) {
        database.transaction(transaction -> {
            offsets.advance(transaction.dsl(), advances);
            for (Change change : changes) {
                try {
                    transaction.dsl().transaction(nested -> write(nested.dsl(), List.of(change)));
                } catch (DataAccessException e) {
                    DatabaseFailure failure = DatabaseFailure.of(e);
                    if (!failure.isCausedByValues()) {
                        throw e;
                    }
                    leftOut.add(REFUSED, change.subject(), failure.reason());
                }
            }
        });
    }

    private void write(DSLContext transaction, List<Change> changes) {
        Batch batch = Batch.of(aliases.lead(transaction, changes));
        forgotten.forget(transaction, batch.forgotten());
        occurrences.forget(transaction, batch.states());
        payloads.forget(transaction, batch.states());
        states.store(transaction, batch.states());
        payloads.store(transaction, batch.latestPayloads());
        payloads.store(transaction, batch.newestPayloads());
        counts.store(transaction, batch.cells());
        occurrences.store(transaction, batch.occurrences());
        outcomes.store(transaction, batch.outcomes());
        usage.store(transaction, batch.usage());
    }

    /// @throws ForeignLogException if what is stored was read from another log
    Map<TopicPartition, Long> nextOffsets(Collection<TopicPartition> partitions, LogIdentity log) {
        return offsets.next(database, partitions, log);
    }

    void begin(Map<TopicPartition, Long> beginnings, LogIdentity log) {
        offsets.begin(database, beginnings, log);
    }

    void trimOutcomes(Instant oldest, int kept) {
        outcomes.trim(database, oldest, kept);
    }

    void trimCounts(Instant now) {
        counts.trim(database, now);
    }

    void trimUsage(Instant oldest) {
        usage.trim(database, oldest);
    }
}
