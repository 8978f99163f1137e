package dev.faultline.aggregator.alerts;

import dev.faultline.aggregator.alerts.Evaluators.UnreadableException;
import dev.faultline.alert.evaluation.EvaluatorSettings;
import dev.faultline.alert.message.AlertTransition;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives rules, cells and times to the evaluators, and what they decide to the world.
///
/// What is taken is written to the journal first, in the same transaction. After a crash the
/// evaluators are as they were at the last commit: the snapshot, and then the journal once more,
/// whose transitions are in the log already.
final class EvaluateRules implements Processor<String, byte[], String, AlertTransition> {

    private static final Logger LOGGER = LoggerFactory.getLogger(EvaluateRules.class);

    /// How much of the past is to be taken again after a crash, at most.
    private static final Duration SNAPSHOT_INTERVAL = Duration.ofSeconds(60);

    private final String rulesTopic;
    private final EvaluatorSettings settings;
    private final AlertMeters meters;

    private ProcessorContext<String, AlertTransition> context;
    private EvaluatorStore store;
    private Evaluators evaluators;
    private long journalBegan;

    /// Of our evaluators, as the meters know.
    private int knownRules;

    private long knownLate;
    private long knownRefused;

    // Kafka Streams calls init before anything else.
    @SuppressWarnings("NullAway.Init")
    EvaluateRules(String rulesTopic, EvaluatorSettings settings, AlertMeters meters) {
        this.rulesTopic = rulesTopic;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, AlertTransition> context) {
        this.context = context;
        this.store = new EvaluatorStore(context.getStateStore(EvaluatorStore.NAME));
        this.evaluators = Evaluators.restore(settings, store.snapshot());
        store.journal().forEach(this::takeAgain);
        knownRules = 0;
        knownLate = evaluators.lateCells();
        knownRefused = evaluators.refusedCells();
        measure();
    }

    private void takeAgain(Entry entry) {
        try {
            var _ = evaluators.take(entry);
        } catch (UnreadableException _) {
            // It was said when it came.
        }
    }

    @Override
    public void process(Record<String, byte[]> record) {
        boolean rule = context.recordMetadata().orElseThrow().topic().equals(rulesTopic);
        var entry =
                new Entry(rule ? Entry.Kind.RULE : Entry.Kind.CELLS, record.key(), record.value());
        if (rule && evaluators.isEmpty()) {
            // Time was in no journal while nobody had rules.
            writeSnapshot();
        }
        if (evaluators.concerns(entry)) {
            remember(entry, record.timestamp());
        }
        take(entry).forEach(transition -> publish(transition, record.timestamp()));
        measure();
        if (isSnapshotDue(record.timestamp())) {
            writeSnapshot();
        }
    }

    private void remember(Entry entry, long timestamp) {
        if (store.isJournalEmpty()) {
            journalBegan = timestamp;
        }
        store.journal(entry);
    }

    private boolean isSnapshotDue(long timestamp) {
        return store.isJournalFull()
                || (!store.isJournalEmpty()
                        && timestamp - journalBegan >= SNAPSHOT_INTERVAL.toMillis());
    }

    private void writeSnapshot() {
        evaluators.drain(store);
        store.endJournal();
    }

    private List<AlertTransition> take(Entry entry) {
        try {
            return evaluators.take(entry);
        } catch (UnreadableException e) {
            meters.unreadableRules.increment();
            LOGGER.warn(
                    "Alert rule {} can't be evaluated: what was before it stays in force ({})",
                    entry.key(),
                    e.getMessage());
            return List.of();
        }
    }

    private void publish(AlertTransition transition, long timestamp) {
        meters.decided(transition);
        context.forward(new Record<>(transition.rule().id().toString(), transition, timestamp));
    }

    private void measure() {
        int rules = evaluators.rules();
        meters.rules.addAndGet(rules - knownRules);
        knownRules = rules;
        meters.lateCells.increment((double) (evaluators.lateCells() - knownLate));
        knownLate = evaluators.lateCells();
        meters.refusedCells.increment((double) (evaluators.refusedCells() - knownRefused));
        knownRefused = evaluators.refusedCells();
    }

    @Override
    public void close() {
        meters.rules.addAndGet(-knownRules);
        knownRules = 0;
    }
}
