package dev.faultline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionException;
import dev.faultline.alert.condition.ConditionFields;
import dev.faultline.alert.evaluation.Episode;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Happened;
import dev.faultline.alert.evaluation.Oracle;
import dev.faultline.alert.evaluation.RandomRule;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.alert.message.AlertInput;
import dev.faultline.alert.message.AlertTransition;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertRuleJson;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.Fact;
import dev.faultline.group.FactsRecord;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupId;
import dev.faultline.group.Progress;
import dev.faultline.group.RawPosition;
import dev.faultline.grouping.Fingerprint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random rules, events, delays and orders through stages 2 and 3, against an oracle that knows all
/// events at once. Each case is a project of its own.
class AlertOracleTopologyTest {

    private static final int CASES = 12;
    private static final long SEED = 20_260_101;
    private static final int GRACE = 120;
    private static final int LENGTH = 300;
    private static final int STEP = 10;
    private static final long BEGIN = Instant.parse("2026-01-01T12:00:00Z").getEpochSecond();
    private static final long END = BEGIN + LENGTH + 2 * GRACE + 200;

    private final Map<String, Case> cases = new TreeMap<>();

    @Test
    void findsTheEpisodesThatTheDefinitionsHaveAndFindsThemAgain(@TempDir Path stateDir) {
        List<TestRecord<String, byte[]>> rules = new ArrayList<>();
        List<TestRecord<String, AlertInput>> inputs;
        List<TestRecord<String, AlertTransition>> transitions;
        try (var topology = new TopologyFixture(stateDir.resolve("first"))) {
            IntStream.range(0, CASES).forEach(this::add);
            cases.values()
                    .forEach(one -> {
                        Instant begin = Instant.ofEpochSecond(BEGIN - 100);
                        topology.rule(one.rule, begin);
                        rules.add(
                                new TestRecord<>(
                                        one.rule.key(), AlertRuleJson.write(one.rule), begin));
                    });
            run(topology);
            inputs = topology.written(topology.topics.alertCells());
            transitions = topology.written(topology.topics.alertTransitions());
        }

        cases.values().forEach(one -> one.check(transitions));
        assertThat(transitions).hasSizeGreaterThan(CASES);
        assertThat(replay(stateDir.resolve("second"), rules, inputs)).isEqualTo(transitions);
    }

    private void add(int number) {
        Case one = new Case(new ProjectId("p%04d".formatted(number)), new Random(SEED + number));
        cases.put(one.project.value(), one);
    }

    private void run(TopologyFixture topology) {
        TestInputTopic<String, FactsRecord> facts =
                topology.driver.createInputTopic(
                        topology.topics.facts().name(),
                        new StringSerializer(),
                        topology.topics.facts().valueSerde().serializer());
        long told = Long.MIN_VALUE;
        for (long now = BEGIN; now < END; now++) {
            for (Case one : cases.values()) {
                one.happen(topology, facts, now, told);
            }
            if (now % STEP == 0 || now == END - 1) {
                facts.pipeInput(
                        "progress",
                        new Progress(0, Instant.ofEpochSecond(now)),
                        Instant.ofEpochSecond(now));
                told = now;
            }
        }
    }

    private static List<TestRecord<String, AlertTransition>> replay(
            Path stateDir,
            List<TestRecord<String, byte[]>> rules,
            List<TestRecord<String, AlertInput>> inputs) {
        try (var topology = new TopologyFixture(stateDir)) {
            rules.forEach(rule -> topology.rule(rule.key(), rule.value(), rule.getRecordTime()));
            topology.driver
                    .createInputTopic(
                            topology.topics.alertCells().name(),
                            new StringSerializer(),
                            topology.topics.alertCells().valueSerde().serializer())
                    .pipeRecordList(inputs);
            return topology.written(topology.topics.alertTransitions());
        }
    }

    private record Arriving(long at, long second, Facets facets, int group) {}

    /// A rule and what happens in its project.
    private static final class Case {

        private final ProjectId project;
        private final Random random;
        private final AlertRule rule;
        private final AlertCondition condition;
        private final long since;
        private final Map<Long, List<Arriving>> arriving = new HashMap<>();
        private final Map<Integer, Boolean> resolved = new HashMap<>();
        private final List<Happened> counted = new ArrayList<>();
        private long offset;

        Case(ProjectId project, Random random) {
            this.project = project;
            this.random = random;
            this.condition = condition();
            this.since = BEGIN - 10 + random.nextInt(60);
            this.rule = rule();
            int bursts = 1 + random.nextInt(6);
            for (int burst = 0; burst < bursts; burst++) {
                arrive(BEGIN + random.nextInt(LENGTH));
            }
        }

        private AlertCondition condition() {
            while (true) {
                try {
                    String text = new RandomRule(random, 1).text();
                    return AlertCondition.parse(
                            text.replace("\"g1\"", "\"" + group(1) + "\""), ConditionFields.NONE);
                } catch (ConditionException e) {
                    // Times that don't fit together: try others.
                }
            }
        }

        private AlertRule rule() {
            return Rules.rule(
                    new UUID(7, random.nextLong()),
                    project,
                    condition.text(),
                    1,
                    true,
                    Instant.ofEpochSecond(since));
        }

        private void arrive(long burst) {
            Facets facets = facets();
            for (int n = random.nextInt(12); n >= 0; n--) {
                long second = burst + random.nextInt(1 + random.nextInt(15));
                long delay = random.nextBoolean() ? 0 : random.nextInt(GRACE);
                delay += random.nextInt(25) == 0 ? GRACE : 0;
                Facets one = random.nextInt(3) == 0 ? facets() : facets;
                arriving.computeIfAbsent(second + delay, _ -> new ArrayList<>())
                        .add(new Arriving(second + delay, second, one, random.nextInt(3)));
            }
        }

        private Facets facets() {
            return facets(
                    Signal.EVENTS,
                    List.of(Severity.FATAL, Severity.ERROR, Severity.WARNING)
                            .get(random.nextInt(3)),
                    List.of("web", "api", "app").get(random.nextInt(3)),
                    List.of("production", "test").get(random.nextInt(2)));
        }

        private static Facets facets(
                Signal signal, Severity severity, String source, String environment) {
            return new Facets(signal, severity, source, environment);
        }

        /// @param told the last time that was told
        void happen(
                TopologyFixture topology,
                TestInputTopic<String, FactsRecord> facts,
                long now,
                long told) {
            for (Arriving event : arriving.getOrDefault(now, List.of())) {
                facts.pipeInput(
                        group(event.group()).toString(), fact(event), Instant.ofEpochSecond(now));
                if (told == Long.MIN_VALUE || event.second() >= told - GRACE) {
                    count(event, Signal.EVENTS);
                    Boolean known = resolved.put(event.group(), false);
                    if (known == null) {
                        count(event, Signal.NEW_GROUPS);
                    } else if (known) {
                        count(event, Signal.REGRESSIONS);
                    }
                } else {
                    resolved.put(event.group(), false);
                }
            }
            if (random.nextInt(40) == 0) {
                int group = random.nextInt(3);
                topology.command(
                        group(group),
                        new GroupCommand.Resolve(project),
                        Instant.ofEpochSecond(now).plusMillis(500));
                resolved.replace(group, true);
            }
        }

        private void count(Arriving event, Signal signal) {
            counted.add(
                    new Happened(
                            event.second(),
                            facets(
                                    signal,
                                    event.facets().severity(),
                                    event.facets().source(),
                                    event.facets().environment()),
                            group(event.group()).toString()));
        }

        private Fact fact(Arriving event) {
            return new Fact(
                    1,
                    project,
                    fingerprint(event.group()),
                    event.facets().severity(),
                    event.facets().source(),
                    event.facets().environment(),
                    Instant.ofEpochSecond(event.second()),
                    Instant.ofEpochSecond(event.at()),
                    new RawPosition(0, offset++));
        }

        private GroupId group(int number) {
            return GroupId.of(project, fingerprint(number));
        }

        private static Fingerprint fingerprint(int number) {
            return new Fingerprint(1, "%032x".formatted(number + 1));
        }

        void check(List<TestRecord<String, AlertTransition>> all) {
            long lastEnd = END - 1 - GRACE - 1;
            long keep = Math.max(1, condition.effectiveKeep().toSeconds());
            Set<Episode> settled = new HashSet<>();
            Set<String> open = new HashSet<>();
            for (TestRecord<String, AlertTransition> record : all) {
                AlertTransition transition = record.value();
                if (transition.rule().id().equals(rule.id())) {
                    switch (transition.kind()) {
                        case FIRED -> assertThat(open.add(transition.key())).isTrue();
                        case RESOLVED -> assertThat(open.remove(transition.key())).isTrue();
                        case SETTLED ->
                                assertThat(settled.add(episode(transition)))
                                        .as("%s settles once", this)
                                        .isTrue();
                    }
                }
            }
            Set<Episode> expected = new HashSet<>();
            Set<String> expectedOpen = new HashSet<>();
            for (Episode episode : new Oracle(condition, since, counted).episodes(lastEnd)) {
                if (episode.to() + keep <= lastEnd) {
                    expected.add(episode);
                } else {
                    expectedOpen.add(episode.key());
                }
            }
            assertThat(settled).as("%s", this).isEqualTo(expected);
            assertThat(open).as("%s", this).isEqualTo(expectedOpen);
        }

        private static Episode episode(AlertTransition transition) {
            return new Episode(
                    transition.key(),
                    transition.from().getEpochSecond(),
                    transition.to().getEpochSecond());
        }

        @Override
        public String toString() {
            return "%s: %s since %d".formatted(project, condition, since);
        }
    }
}
