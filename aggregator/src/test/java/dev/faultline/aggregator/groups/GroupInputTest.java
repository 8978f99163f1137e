package dev.faultline.aggregator.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.aggregator.cells.Sighting;
import dev.faultline.aggregator.counts.Happening;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.count.EventCounts;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GroupInputTest {

    private static final GroupState OPEN = GroupState.apply(null, Facts.at(10));
    private static final GroupState RESOLVED = OPEN.resolve(20_000, 0);
    private static final GroupState REOPENED = GroupState.apply(RESOLVED, Facts.at(30));
    private static final GroupState DELETED = RESOLVED.delete(30_000, 1);
    private static final GroupState REVIVED = GroupState.apply(DELETED, Facts.at(40));

    static Stream<GroupState> states() {
        return Stream.of(OPEN, RESOLVED, REOPENED, DELETED, REVIVED);
    }

    @ParameterizedTest
    @EnumSource
    void countsAnEventUnderItsSeverityWhenItHappened(Severity severity) {
        Fact fact = Facts.from("backend", severity, 100, 90);

        assertThat(new GroupInput.Counted(fact).happening(null))
                .contains(
                        new Happening(
                                ProjectId.DEFAULT,
                                Instant.ofEpochSecond(90),
                                EventCounts.of(severity, 1)));
    }

    @ParameterizedTest
    @MethodSource("states")
    void countsEveryNewEventOnceAndNoDuplicate(GroupState state) {
        assertThat(counted(state, Facts.at(100))).isEqualTo(1);
        assertThat(counted(state, Facts.at(100).countingNothing())).isZero();
    }

    @Test
    void countsNoDuplicateOfAnUnknownGroup() {
        assertThat(counted(null, Facts.at(100).countingNothing())).isZero();
    }

    @Test
    void countsNoEventThatIsOlderThanTheDeletion() {
        assertThat(counted(DELETED, Facts.at(30))).isZero();
        assertThat(counted(DELETED, Facts.at(31))).isEqualTo(1);
        assertThat(counted(REVIVED, Facts.at(30))).isZero();
        assertThat(counted(RESOLVED, Facts.at(5))).isEqualTo(1);
    }

    @Test
    void countsAResolutionWhenTheBrokerReceivedIt() {
        assertThat(resolve(50, 9).happening(OPEN))
                .contains(
                        new Happening(
                                ProjectId.DEFAULT,
                                Instant.ofEpochSecond(50),
                                EventCounts.ONE_RESOLVED));
    }

    @Test
    void countsAResolutionOfWhatIsUnresolvedOnly() {
        assertThat(resolve(50, 9).happening(REOPENED)).isPresent();
        assertThat(resolve(50, 9).happening(REVIVED)).isPresent();
        assertThat(resolve(50, 9).happening(RESOLVED)).isEmpty();
        assertThat(resolve(50, 9).happening(DELETED)).isEmpty();
        assertThat(resolve(50, 9).happening(null)).isEmpty();
        assertThat(resolve(25, 9).happening(REOPENED)).as("an event came since").isEmpty();
        assertThat(resolve(50, 0).happening(REOPENED)).as("an old command again").isEmpty();
        assertThat(delete(50, 9).happening(OPEN)).isEmpty();
    }

    @Test
    void sightsWhatAlertRulesCount() {
        var event = new GroupInput.Counted(Facts.at(50, 45));

        assertThat(signals(event, null)).containsExactly(Signal.EVENTS, Signal.NEW_GROUPS);
        assertThat(signals(event, DELETED)).containsExactly(Signal.EVENTS, Signal.NEW_GROUPS);
        assertThat(signals(event, OPEN)).containsExactly(Signal.EVENTS);
        assertThat(signals(event, RESOLVED)).containsExactly(Signal.EVENTS, Signal.REGRESSIONS);
        assertThat(signals(new GroupInput.Counted(Facts.at(15)), RESOLVED))
                .as("older than the resolve")
                .containsExactly(Signal.EVENTS);
        assertThat(event.sightings("g", null))
                .allSatisfy(sighting -> {
                    assertThat(sighting.at()).isEqualTo(Instant.ofEpochSecond(45));
                    assertThat(sighting.group()).isEqualTo("g");
                    assertThat(sighting.count()).isEqualTo(1);
                });
    }

    @Test
    void sightsARegressionWhereTheEventCameBeforeTheResolveDid() {
        assertThat(signals(resolve(25, 9), REOPENED)).containsExactly(Signal.REGRESSIONS);
        assertThat(resolve(25, 9).sightings("g", REOPENED).getFirst().at())
                .isEqualTo(Instant.ofEpochSecond(30));
        assertThat(signals(resolve(50, 9), REOPENED)).isEmpty();
        assertThat(signals(resolve(25, 0), REOPENED)).as("an old command again").isEmpty();
        assertThat(signals(resolve(25, 9), null)).isEmpty();
        assertThat(signals(delete(25, 9), REOPENED)).isEmpty();
    }

    private static List<Signal> signals(GroupInput input, GroupState state) {
        return input.sightings("g", state).stream()
                .map(sighting -> sighting.facets().signal())
                .toList();
    }

    /// Whatever comes in whatever order: what is counted over time is what the groups count, and
    /// what alert rules count.
    @Test
    void neverDriftsFromWhatTheStateCounts() {
        for (int seed = 0; seed < 2_000; seed++) {
            GroupState state = null;
            for (GroupInput input : inputs(new Random(seed))) {
                GroupState after = input.applyTo(state);
                Optional<Happening> happening = input.happening(state);
                boolean isCommand = input instanceof GroupInput.Commanded;

                long events = happening.map(h -> h.counts().events()).orElse(0L);
                long resolved = happening.map(h -> h.counts().resolved()).orElse(0L);
                assertThat(events)
                        .as("seed %d", seed)
                        .isEqualTo(isCommand ? 0 : count(after) - count(state));
                assertThat(count(input.sightings("g", state), Signal.EVENTS))
                        .as("seed %d", seed)
                        .isEqualTo(events);
                assertThat(count(input.sightings("g", state), Signal.NEW_GROUPS) == 1)
                        .as("seed %d", seed)
                        .isEqualTo(events > 0 && isGone(state));
                assertThat(resolved == 1)
                        .as("seed %d", seed)
                        .isEqualTo(isCommand && isOpen(state) && !isOpen(after) && !isGone(after));
                state = after;
            }
        }
    }

    private static List<GroupInput> inputs(Random random) {
        List<GroupInput> inputs = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            long second = random.nextInt(60);
            inputs.add(
                    switch (random.nextInt(8)) {
                        case 0 -> resolve(second, i);
                        case 1 -> delete(second, i);
                        case 2 -> new GroupInput.Counted(Facts.at(second).countingNothing());
                        default -> new GroupInput.Counted(Facts.at(second));
                    });
        }
        return inputs;
    }

    private static long count(List<Sighting> sightings, Signal signal) {
        return sightings.stream()
                .filter(sighting -> sighting.facets().signal() == signal)
                .mapToLong(Sighting::count)
                .sum();
    }

    private static long count(GroupState state) {
        return state == null ? 0 : state.count();
    }

    private static boolean isOpen(GroupState state) {
        return state != null && state.status() == GroupStatus.UNRESOLVED;
    }

    private static boolean isGone(GroupState state) {
        return state == null || state.status() == GroupStatus.DELETED;
    }

    private static long counted(GroupState state, Fact fact) {
        return new GroupInput.Counted(fact)
                .happening(state)
                .map(happening -> happening.counts().events())
                .orElse(0L);
    }

    private static GroupInput resolve(long second, long offset) {
        return new GroupInput.Commanded(
                new GroupCommand.Resolve(ProjectId.DEFAULT), second * 1_000, offset);
    }

    private static GroupInput delete(long second, long offset) {
        return new GroupInput.Commanded(
                new GroupCommand.Delete(ProjectId.DEFAULT), second * 1_000, offset);
    }
}
