package dev.faultline.alert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.condition.AlertCondition;
import dev.faultline.alert.condition.ConditionFields;
import dev.faultline.alert.evaluation.Explanation.State;
import dev.faultline.alert.evaluation.Transition.Fired;
import dev.faultline.alert.evaluation.Transition.Reason;
import dev.faultline.alert.evaluation.Transition.Resolved;
import dev.faultline.alert.evaluation.Transition.Settled;
import dev.faultline.event.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The worked examples of `docs/alerting-semantics.md`, and what an alert does beside its episodes.
class EvaluatorTest {

    private static final UUID RULE = UUID.fromString("0d8a3f6e-6f35-4c1b-9a5c-2f6d8f0f7a11");

    /// 12:00:00 of some day.
    private static final long NOON = 1_764_072_000;

    private final Evaluator evaluator = new Evaluator(EvaluatorSettings.of(1));
    private final List<Transition> transitions = new ArrayList<>();

    @Test
    void firesWithTheCellThatBreachesAndResolvesByTicksAlone() {
        put(1, "error_count > 50 in 5m");

        count(NOON, 60);

        assertThat(transitions)
                .singleElement()
                .isInstanceOfSatisfying(
                        Fired.class,
                        fired -> {
                            assertThat(fired.start()).isEqualTo(at(0));
                            assertThat(fired.at()).isEqualTo(at(0));
                            assertThat(fired.readings().getFirst().sentence())
                                    .isEqualTo("60, needs more than 50");
                        });

        tick(NOON + 479, NOON + 479);
        assertThat(transitions).hasSize(1);

        tick(NOON + 480, NOON + 480);
        assertThat(transitions).hasSize(3);
        assertThat(transitions.get(1))
                .isInstanceOfSatisfying(
                        Settled.class,
                        episode -> {
                            assertThat(episode.from()).isEqualTo(at(0));
                            assertThat(episode.to()).isEqualTo(at(299));
                        });
        assertThat(transitions.get(2))
                .isInstanceOfSatisfying(
                        Resolved.class,
                        resolved -> {
                            assertThat(resolved.start()).isEqualTo(at(0));
                            assertThat(resolved.reason()).isEqualTo(Reason.RECOVERED);
                        });
    }

    @Test
    void neverResolvesWhileTheWatermarkStandsStill() {
        put(1, "error_count > 50 in 5m");
        count(NOON, 60);

        tick(NOON + 86_400, NOON + 10);

        assertThat(transitions).hasSize(1);
        assertThat(explain().stale()).isTrue();
        assertThat(explain().state()).isEqualTo(State.RECOVERING);
    }

    @Test
    void putsAFiringInABreakThatIsNotSettledYetOnTheSameAlert() {
        put(1, "error_count > 5 in 10s keep 20s");

        count(NOON, 6);
        tick(NOON + 60, NOON + 60);
        count(NOON + 60, 6);
        tick(NOON + 400, NOON + 400);

        assertThat(transitions)
                .extracting(Object::getClass)
                .containsExactly(Fired.class, Settled.class, Settled.class, Resolved.class);
        assertThat(transitions).extracting(Transition::start).containsOnly(at(0));
    }

    @Test
    void keepsTheStartOfAnAlertWhenLateEventsMoveTheEpisode() {
        put(1, "error_count > 5 in 10s keep 20s");

        count(NOON + 30, 6);
        count(NOON + 20, 6);
        tick(NOON + 400, NOON + 400);

        assertThat(transitions).extracting(Transition::start).containsOnly(at(30));
        assertThat(transitions.get(1))
                .isInstanceOfSatisfying(
                        Settled.class, episode -> assertThat(episode.from()).isEqualTo(at(20)));
    }

    @Test
    void waitsForAsLongAsForSaysAndFiresByATick() {
        put(1, "error_count > 5 in 1m for 20s");

        count(NOON, 6);
        assertThat(transitions).isEmpty();
        assertThat(explain().state()).isEqualTo(State.PENDING);
        assertThat(explain().reason()).startsWith("It holds, but not for 20s yet.");

        tick(NOON + 19, NOON + 19);
        assertThat(transitions).isEmpty();

        tick(NOON + 20, NOON + 20);
        assertThat(transitions).singleElement().isInstanceOf(Fired.class);
    }

    @Test
    void decidesWhatMoreEventsCanUndoOnlyWhenItIsSettled() {
        put(1, "percent{level=\"error\"} > 20 in 5m");

        count(NOON, 1);

        assertThat(transitions).isEmpty();
        assertThat(explain().state()).isEqualTo(State.OK);
        assertThat(explain().reason())
                .startsWith("It holds by what has been counted so far, but late events may change");

        tick(NOON + 121, NOON + 121);
        assertThat(transitions).singleElement().isInstanceOf(Fired.class);
    }

    @Test
    void missesEventsThatNeverCame() {
        put(1, "no_events in 5m");

        tick(NOON + 119 + 300, NOON + 119 + 300);
        assertThat(transitions).isEmpty();

        tick(NOON + 120 + 300, NOON + 120 + 300);
        assertThat(transitions).singleElement().isInstanceOf(Fired.class);
    }

    @Test
    void endsAlertsOfRulesThatChangeOrGo() {
        put(1, "error_count > 5 in 10s");
        count(NOON, 6);

        put(2, "error_count > 4 in 10s");
        accept(new RuleChange.Removed(RULE, RuleChange.Cause.DISABLED));
        put(3, "error_count > 4 in 10s");
        accept(new RuleChange.Removed(RULE, RuleChange.Cause.DELETED));

        assertThat(transitions)
                .filteredOn(Resolved.class::isInstance)
                .extracting(transition -> ((Resolved) transition).reason())
                .containsExactly(Reason.RULE_CHANGED, Reason.RULE_DISABLED, Reason.RULE_DELETED);
        assertThat(transitions).extracting(Transition::id).doesNotHaveDuplicates();
        assertThat(evaluator.explain(RULE, "")).isEmpty();
    }

    @Test
    void takesNoNoticeOfAVersionItHasAlready() {
        put(2, "error_count > 5 in 10s");
        count(NOON, 6);

        put(2, "error_count > 5 in 10s");
        put(1, "error_count > 1 in 10s");

        assertThat(transitions).hasSize(1);
    }

    @Test
    void countsLateCellsAndOpensNothingForThem() {
        put(1, "error_count > 5 in 10s");
        tick(NOON + 300, NOON + 300);

        count(NOON + 179, 6);
        assertThat(transitions).isEmpty();
        assertThat(evaluator.lateCells()).isOne();

        count(NOON + 180, 6);
        assertThat(transitions).hasSize(1);
    }

    @Test
    void replacesCountsOfAnEarlierGeneration() {
        put(1, "error_count > 5 in 10s");

        accept(cell(NOON, "web", "g", 1, 4));
        accept(cell(NOON, "web", "g", 2, 2));
        accept(cell(NOON, "web", "g", 1, 9));
        assertThat(transitions).isEmpty();

        accept(cell(NOON, "web", "g", 2, 6));
        assertThat(transitions).hasSize(1);
    }

    @Test
    void keepsGroupsApartAndFiresOnceForEach() {
        put(1, "new_group{source=\"web\"}");

        accept(happened(Signal.NEW_GROUPS, "web", "g1"));
        accept(happened(Signal.NEW_GROUPS, "web", "g2"));
        accept(happened(Signal.NEW_GROUPS, "api", "g3"));
        accept(happened(Signal.REGRESSIONS, "web", "g4"));

        assertThat(transitions)
                .extracting(transition -> transition.subject().key())
                .containsExactly("g1", "g2");
    }

    @Test
    void isDegradedWhenARuleHasTooManyKeys() {
        var settings =
                new EvaluatorSettings(1, Duration.ofMinutes(2), Duration.ofMinutes(1), 2, 1_000);
        var small = new Evaluator(settings);
        small.accept(
                new RuleChange.Put(RULE, 1, condition("error_count by group > 0 in 10s"), at(0)));

        List<Transition> fired = new ArrayList<>();
        for (String group : List.of("a", "b", "c")) {
            fired.addAll(small.accept(cell(NOON, "web", group, 0, 1)));
        }

        assertThat(fired)
                .extracting(transition -> transition.subject().key())
                .containsExactly("a", "b");
        assertThat(small.refusedCells(RULE)).isOne();
        assertThat(small.explain(RULE, "a").orElseThrow().degraded()).isTrue();
    }

    @Test
    void givesUpTheOldestCellsRatherThanGrowWithoutBound() {
        var settings = new EvaluatorSettings(1, Duration.ofMinutes(2), Duration.ofMinutes(1), 2, 3);
        var small = new Evaluator(settings);

        for (int second = 0; second < 10; second++) {
            small.accept(cell(NOON + second, "web", "g", 0, 1));
        }
        small.accept(cell(NOON, "web", "g", 0, 2));

        assertThat(small.lateCells()).isOne();
    }

    @Test
    void saysWhyARuleHasNotFired() {
        put(1, "spike(error_count) in 5m baseline 1h");

        count(NOON, 60);

        assertThat(explain().readings())
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.sentence())
                            .isEqualTo("60; the baseline has 0 of the 12 windows it needs");
                    assertThat(reading.to()).isEqualTo(at(1));
                    assertThat(reading.from()).isEqualTo(at(1 - 300));
                });
    }

    private void put(int version, String text) {
        accept(new RuleChange.Put(RULE, version, condition(text), at(0)));
    }

    private static AlertCondition condition(String text) {
        return AlertCondition.parse(text, ConditionFields.NONE);
    }

    private void count(long second, long count) {
        accept(cell(second, "web", "g", 0, count));
    }

    private static Cell cell(long second, String source, String group, int generation, long count) {
        var facets = new Facets(Signal.EVENTS, Severity.ERROR, source, "production");
        return new Cell(0, facets, group, second, generation, count);
    }

    private static Cell happened(Signal signal, String source, String group) {
        var facets = new Facets(signal, Severity.ERROR, source, "production");
        return new Cell(0, facets, group, NOON, 0, 1);
    }

    private void tick(long time, long watermark) {
        accept(new Tick(0, Instant.ofEpochSecond(time), Instant.ofEpochSecond(watermark)));
    }

    private void accept(Input input) {
        transitions.addAll(evaluator.accept(input));
    }

    private Explanation explain() {
        return evaluator.explain(RULE, "").orElseThrow();
    }

    private static Instant at(long seconds) {
        return Instant.ofEpochSecond(NOON + seconds);
    }
}
