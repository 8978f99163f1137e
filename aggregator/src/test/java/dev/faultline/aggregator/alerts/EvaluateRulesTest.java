package dev.faultline.aggregator.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.faultline.aggregator.Rules;
import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionFields;
import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Evaluator;
import dev.faultline.alert.evaluation.EvaluatorSettings;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Input;
import dev.faultline.alert.evaluation.RandomCase;
import dev.faultline.alert.evaluation.RuleChange.Put;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.alert.evaluation.Tick;
import dev.faultline.alert.message.AlertInput;
import dev.faultline.alert.message.AlertInput.Counted;
import dev.faultline.alert.message.AlertInput.Told;
import dev.faultline.alert.message.AlertInputSerde;
import dev.faultline.alert.message.AlertShard;
import dev.faultline.alert.message.AlertTransition;
import dev.faultline.alert.message.AlertTransition.Kind;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateRulesTest {

    private static final String RULES = "rules";
    private static final ProjectId SHOP = new ProjectId("shop");
    private static final UUID OTHER = UUID.fromString("0198f6a2-5d5c-7c3e-9a41-2f6d1f0b8a12");
    private static final EvaluatorSettings SETTINGS = EvaluatorSettings.of(1);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AlertMeters meters = new AlertMeters(registry);
    private final MockProcessorContext<String, AlertTransition> context =
            new MockProcessorContext<>();
    private final Serializer<AlertInput> serializer = AlertInputSerde.serde().serializer();

    private KeyValueStore<String, byte[]> store = emptyStore();
    private EvaluateRules processor = started(SETTINGS);
    private long time;

    @AfterEach
    void close() {
        processor.close();
        assertThat(registry.get("faultline.alerts.rules").gauge().value()).isZero();
    }

    /// The processor is lost again and again, in the middle of its journal and behind a snapshot.
    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000, 2_000_000, 3_000_000})
    void decidesTheSameWhenItIsLostOnTheWay(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + 40; seed++) {
            var random = new Random(seed);
            var one = new RandomCase(seed);
            List<Input> inputs = new ArrayList<>(one.inputs);
            // A project's evaluator begins with its first rule.
            inputs.addFirst(neverFires());
            store = emptyStore();
            processor.close();
            processor = started(one.settings);
            context.resetForwards();
            for (Input input : inputs) {
                take(input);
                time += random.nextInt(10) == 0 ? 60_000 : 10;
                if (random.nextInt(10) == 0) {
                    processor.close();
                    processor = started(one.settings);
                }
            }

            assertThat(forwarded())
                    .as("seed %d: %s", seed, one)
                    .isEqualTo(withoutProcessor(one.settings, inputs));
        }
    }

    private static Put neverFires() {
        AlertCondition condition =
                AlertCondition.parse("event_count > 1000000 in 10s", ConditionFields.NONE);
        return new Put(OTHER, 1, condition, Instant.EPOCH);
    }

    private static List<AlertTransition> withoutProcessor(
            EvaluatorSettings settings, List<Input> inputs) {
        var evaluator = new Evaluator(settings);
        List<AlertTransition> transitions = new ArrayList<>();
        TreeMap<UUID, AlertRule> rules = new TreeMap<>();
        for (Input input : inputs) {
            if (input instanceof Put put) {
                rules.put(put.rule(), rule(put));
            }
            evaluator
                    .accept(input)
                    .forEach(transition ->
                            transitions.add(
                                    AlertTransition.of(
                                            transition, rules.get(transition.subject().rule()))));
        }
        return transitions;
    }

    @Test
    void firesWithTheCountThatReachesTheThreshold() {
        put(rule("event_count > 2 in 10s", 1, true));
        count(2);
        assertThat(forwarded()).isEmpty();

        count(3);

        assertThat(forwarded()).extracting(AlertTransition::kind).containsExactly(Kind.FIRED);
        assertThat(context.forwarded().getLast().record().key())
                .isEqualTo(RandomCase.RULE.toString());
        assertThat(
                        registry.get("faultline.alerts.transitions")
                                .tag("kind", "fired")
                                .counter()
                                .count())
                .isEqualTo(1);
        assertThat(registry.get("faultline.alerts.rules").gauge().value()).isEqualTo(1);
    }

    @Test
    void carriesTheRuleAsItWasWhenItsAlertEnds() {
        AlertRule before = rule("event_count > 2 in 10s", 1, true);
        put(before);
        count(3);
        put(rule("event_count > 50 in 10s", 2, true));

        assertThat(forwarded())
                .extracting(AlertTransition::kind, AlertTransition::reason, AlertTransition::rule)
                .endsWith(tuple(Kind.RESOLVED, "rule_changed", before));
    }

    @Test
    void endsTheAlertsOfRulesThatAreDisabledOrDeleted() {
        put(rule("event_count > 2 in 10s", 1, true));
        count(3);
        put(rule("event_count > 2 in 10s", 2, false));
        put(rule("event_count > 2 in 10s", 3, true));
        count(4);
        processor.close();
        processor = started(SETTINGS);
        change(rule("event_count > 2 in 10s", 3, true).key(), null);

        assertThat(forwarded())
                .extracting(AlertTransition::kind, AlertTransition::reason)
                .containsExactly(
                        tuple(Kind.FIRED, null),
                        tuple(Kind.RESOLVED, "rule_disabled"),
                        tuple(Kind.FIRED, null),
                        tuple(Kind.RESOLVED, "rule_deleted"));
    }

    @Test
    void keepsNothingOfAProjectWithoutRules() {
        put(rule("event_count > 2 in 10s", 1, true));
        count(1);
        time += 60_000;
        tick(NOON);
        change(rule("", 1, true).key(), null);
        time += 60_000;
        tick(NOON.plusSeconds(60));
        tick(NOON.plusSeconds(61));

        List<String> keys = new ArrayList<>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        assertThat(keys).noneMatch(key -> key.startsWith("state/") || key.startsWith("rule/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "no JSON"})
    void keepsARuleInForceWhenItsNextVersionCannotBeRead(String json) {
        AlertRule rule = rule("event_count > 2 in 10s", 1, true);
        put(rule);
        change(rule.key(), json.getBytes(UTF_8));
        count(3);

        assertThat(forwarded()).extracting(AlertTransition::kind).containsExactly(Kind.FIRED);
        assertThat(registry.get("faultline.alerts.unreadable.rules").counter().count())
                .isEqualTo(1);
    }

    @Test
    void outlivesKeysAndConditionsThatNobodyOfUsWrote() {
        AlertRule rule = rule("event_count > 2 in 10s", 1, true);
        change(null, AlertRuleJson.write(rule));
        change("shop|" + OTHER, AlertRuleJson.write(rule));
        put(rule("stars > 2 in 10s", 1, true));
        deliver("cells", "tick", null);
        processor.close();
        processor = started(SETTINGS);
        count(3);

        assertThat(forwarded()).isEmpty();
        assertThat(registry.get("faultline.alerts.unreadable.rules").counter().count())
                .isEqualTo(3);
    }

    @Test
    void countsWhatDoesNotCount() {
        put(rule("event_count > 2 in 10s", 1, true));
        tick(NOON.plusSeconds(1_000));
        count(3);

        assertThat(registry.get("faultline.alerts.late.cells").counter().count()).isEqualTo(1);
    }

    private void take(Input input) {
        switch (input) {
            case Cell cell ->
                    deliver(
                            "cells",
                            AlertShard.key(SHOP),
                            serializer.serialize("", new Counted(SHOP, List.of(cell))));
            case Tick tick -> deliver("cells", "tick", serializer.serialize("", new Told(tick)));
            case Put put -> put(rule(put));
            default -> throw new AssertionError(input);
        }
    }

    private void count(long count) {
        var facets = new Facets(Signal.EVENTS, Severity.ERROR, "web", "production");
        take(new Cell(0, facets, null, NOON.getEpochSecond(), 1, count));
    }

    private void tick(Instant watermark) {
        take(new Tick(0, watermark, watermark));
    }

    private void put(AlertRule rule) {
        change(rule.key(), AlertRuleJson.write(rule));
    }

    private void change(@Nullable String key, byte @Nullable [] json) {
        deliver(RULES, key, json);
    }

    private void deliver(String topic, @Nullable String key, byte @Nullable [] value) {
        context.setRecordMetadata(topic, 0, 0);
        processor.process(new Record<>(key, value, time));
    }

    private List<AlertTransition> forwarded() {
        return context.forwarded().stream()
                .<AlertTransition>map(forward -> forward.record().value())
                .toList();
    }

    private KeyValueStore<String, byte[]> emptyStore() {
        KeyValueStore<String, byte[]> empty =
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(EvaluatorStore.NAME),
                                Serdes.String(),
                                Serdes.ByteArray())
                        .withLoggingDisabled()
                        .build();
        empty.init(context.getStateStoreContext(), empty);
        return empty;
    }

    private EvaluateRules started(EvaluatorSettings settings) {
        context.addStateStore(store);
        var started = new EvaluateRules(RULES, settings, meters);
        started.init(context);
        return started;
    }

    private static AlertRule rule(Put put) {
        return rule(put.rule(), put.condition().text(), put.version(), true, put.effectiveFrom());
    }

    private static AlertRule rule(String condition, int version, boolean enabled) {
        return rule(RandomCase.RULE, condition, version, enabled, Instant.EPOCH);
    }

    private static AlertRule rule(
            UUID id, String condition, int version, boolean enabled, Instant effectiveFrom) {
        return Rules.rule(id, SHOP, condition, version, enabled, effectiveFrom);
    }
}
