package dev.faultline.aggregator.alerts;

import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.event.ProjectId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// What is needed to have the evaluators back: a snapshot of them, and a journal of what they took
/// since. A record costs its own size, however many rules it counts for; their states are written
/// only now and then, all at once.
///
/// Keys are `state/project|key of the evaluator`, `rule/project|id`, `times`, `epoch` and
/// `journal/number`. An entry of the journal has the epoch (8) before it, which grows with each
/// snapshot: those of earlier ones count for nothing, and are overwritten.
final class EvaluatorStore {

    static final String NAME = "alert-evaluators";

    /// Entries and bytes of a journal that is full.
    static final int MAX_ENTRIES = 1_000;

    static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final String STATE = "state/";
    private static final String RULE = "rule/";
    private static final String JOURNAL = "journal/";
    private static final String TIMES = "times";
    private static final String EPOCH = "epoch";

    /// Sorts behind `|`, which ends a project.
    private static final String BEHIND = "}";

    private final KeyValueStore<String, byte[]> store;
    private long epoch;
    private int entries;
    private int bytes;

    EvaluatorStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
        this.epoch = read(EPOCH).map(value -> ByteBuffer.wrap(value).getLong()).orElse(0L);
    }

    /// Not cached: each entry is written once.
    static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray());
    }

    /// What a project's evaluator and its rules were.
    record ProjectState(Map<String, byte[]> evaluator, Map<UUID, AlertRule> rules) {}

    /// What the evaluators were, by project.
    record Snapshot(LaneTimes times, Map<String, ProjectState> projects) {}

    Snapshot snapshot() {
        Map<String, ProjectState> projects = new TreeMap<>();
        forEach(
                STATE,
                (project, key, value) -> state(projects, project).evaluator().put(key, value));
        forEach(
                RULE,
                (project, key, value) ->
                        state(projects, project)
                                .rules()
                                .put(UUID.fromString(key), AlertRuleJson.read(value)));
        return new Snapshot(LaneTimes.fromBytes(read(TIMES)), projects);
    }

    private static ProjectState state(Map<String, ProjectState> projects, String project) {
        return projects.computeIfAbsent(
                project, _ -> new ProjectState(new HashMap<>(), new HashMap<>()));
    }

    private interface Visitor {
        void visit(String project, String key, byte[] value);
    }

    private void forEach(String prefix, Visitor visitor) {
        try (KeyValueIterator<String, byte[]> all = store.range(prefix, prefix + BEHIND)) {
            all.forEachRemaining(entry -> {
                String name = entry.key.substring(prefix.length());
                int separator = name.indexOf('|');
                visitor.visit(
                        name.substring(0, separator), name.substring(separator + 1), entry.value);
            });
        }
    }

    /// What was taken since the snapshot, in order.
    List<Entry> journal() {
        List<Entry> journal = new ArrayList<>();
        entries = 0;
        bytes = 0;
        while (true) {
            Optional<ByteBuffer> next =
                    read(JOURNAL + entries)
                            .map(ByteBuffer::wrap)
                            .filter(in -> in.getLong() == epoch);
            if (next.isEmpty()) {
                return journal;
            }
            bytes += next.get().capacity();
            entries++;
            journal.add(Entry.fromBytes(next.get()));
        }
    }

    /// Remembers what is about to be taken.
    void journal(Entry entry) {
        byte[] value = entry.toBytes();
        store.put(
                JOURNAL + entries,
                ByteBuffer.allocate(8 + value.length).putLong(epoch).put(value).array());
        entries++;
        bytes += value.length;
    }

    boolean isJournalFull() {
        return entries >= MAX_ENTRIES || bytes >= MAX_BYTES;
    }

    boolean isJournalEmpty() {
        return entries == 0;
    }

    /// A snapshot has been written: the journal begins anew.
    void endJournal() {
        epoch++;
        store.put(EPOCH, ByteBuffer.allocate(8).putLong(epoch).array());
        entries = 0;
        bytes = 0;
    }

    void putTimes(LaneTimes times) {
        store.put(TIMES, times.toBytes());
    }

    ProjectSink sink(ProjectId project) {
        return new ProjectSink() {
            @Override
            public void put(String key, byte[] value) {
                store.put(STATE + project + "|" + key, value);
            }

            @Override
            public void remove(String key) {
                store.delete(STATE + project + "|" + key);
            }

            @Override
            public void putRule(AlertRule rule) {
                store.put(RULE + rule.key(), AlertRuleJson.write(rule));
            }

            @Override
            public void removeRule(UUID rule) {
                store.delete(RULE + project + "|" + rule);
            }
        };
    }

    void removeProject(String project) {
        removeAll(STATE + project);
        removeAll(RULE + project);
    }

    private void removeAll(String prefix) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.range(prefix + "|", prefix + BEHIND)) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.forEach(store::delete);
    }

    private Optional<byte[]> read(String key) {
        return Optional.ofNullable(store.get(key));
    }
}
