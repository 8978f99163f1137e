package dev.faultline.alert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.evaluation.Transition.Fired;
import dev.faultline.alert.evaluation.Transition.Resolved;
import dev.faultline.alert.evaluation.Transition.Settled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random rules, events, delays and orders against an oracle that knows all events at once.
class EvaluatorOracleTest {

    private static final int CASES_EACH = 510;

    static LongStream firstSeeds() {
        return LongStream.range(0, 20).map(i -> i * 1_000_000);
    }

    @ParameterizedTest
    @MethodSource("firstSeeds")
    void findsTheEpisodesThatTheDefinitionsHave(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + CASES_EACH; seed++) {
            var one = new RandomCase(seed);
            List<Transition> transitions = run(one);

            Map<String, Fired> open = checkAlerts(seed, one, transitions);
            checkEpisodes(seed, one, transitions, open);
            assertThat(runWithRestarts(one, seed))
                    .as("seed %d, again: %s", seed, one)
                    .isEqualTo(transitions);
        }
    }

    private static List<Transition> run(RandomCase one) {
        var evaluator = new Evaluator(one.settings);
        List<Transition> transitions = new ArrayList<>();
        one.inputs.forEach(input -> transitions.addAll(evaluator.accept(input)));
        return transitions;
    }

    /// The same input, but the evaluator is lost again and again, and another goes on with its
    /// state. What has not changed is not drained.
    private static List<Transition> runWithRestarts(RandomCase one, long seed) {
        var random = new Random(seed);
        var evaluator = new Evaluator(one.settings);
        Map<String, byte[]> store = new HashMap<>();
        List<Transition> transitions = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        for (Input input : one.inputs) {
            transitions.addAll(evaluator.accept(input));
            if (input instanceof Tick tick) {
                ticks.add(tick);
            }
            if (random.nextInt(8) == 0) {
                if (evaluator.isChanged()) {
                    evaluator.drain(new MapSink(store));
                }
                if (random.nextInt(4) == 0) {
                    evaluator = Evaluator.restore(one.settings, store);
                    ticks.forEach(evaluator::catchUp);
                }
            }
        }
        return transitions;
    }

    private static void checkEpisodes(
            long seed, RandomCase one, List<Transition> transitions, Map<String, Fired> open) {
        long keep =
                Math.max(
                        one.condition.effectiveKeep().toSeconds(),
                        one.condition.tests().stream()
                                .mapToLong(test -> test.bucket().toSeconds())
                                .min()
                                .orElseThrow());
        Set<Episode> settled = new HashSet<>();
        for (Transition transition : transitions) {
            if (transition instanceof Settled episode) {
                assertThat(settled.add(episode(episode)))
                        .as("seed %d, %s settles once", seed, episode)
                        .isTrue();
            }
        }
        Set<Episode> expected = new HashSet<>();
        Set<String> expectedOpen = new HashSet<>();
        for (Episode episode : one.expected()) {
            if (episode.to() + keep <= one.lastEnd()) {
                expected.add(episode);
            } else {
                expectedOpen.add(episode.key());
            }
        }
        assertThat(settled).as("seed %d: %s", seed, one).isEqualTo(expected);
        assertThat(open.keySet()).as("seed %d, open: %s", seed, one).isEqualTo(expectedOpen);
    }

    /// An alert fires, its episodes settle, it resolves, and only then another fires.
    ///
    /// @return what is open in the end, by key
    private static Map<String, Fired> checkAlerts(
            long seed, RandomCase one, List<Transition> transitions) {
        Map<String, Fired> open = new HashMap<>();
        Map<String, Integer> settled = new HashMap<>();
        Set<UUID> ids = new HashSet<>();
        for (Transition transition : transitions) {
            String key = transition.subject().key();
            String about = "seed %d, %s: %s".formatted(seed, transition, one);
            assertThat(ids.add(transition.id())).as(about).isTrue();
            switch (transition) {
                case Fired fired -> {
                    assertThat(open.put(key, fired)).as(about).isNull();
                    assertThat(fired.readings()).as(about).hasSizeGreaterThan(0);
                    settled.put(key, 0);
                }
                case Settled episode -> {
                    assertThat(open.get(key)).as(about).isNotNull();
                    assertThat(episode.start()).as(about).isEqualTo(open.get(key).start());
                    settled.merge(key, 1, Integer::sum);
                }
                case Resolved resolved -> {
                    Fired fired = open.remove(key);
                    assertThat(fired).as(about).isNotNull();
                    assertThat(resolved.start()).as(about).isEqualTo(fired.start());
                    assertThat(settled.get(key)).as(about).isPositive();
                }
            }
        }
        return open;
    }

    private static Episode episode(Settled settled) {
        return new Episode(
                settled.subject().key(),
                settled.from().getEpochSecond(),
                settled.to().getEpochSecond());
    }

    /// A store in memory.
    record MapSink(Map<String, byte[]> store) implements StateSink {

        @Override
        public void put(String key, byte[] value) {
            store.put(key, value);
        }

        @Override
        public void remove(String key) {
            store.remove(key);
        }
    }
}
