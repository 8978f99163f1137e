package dev.faultline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.alert.message.AlertInput;
import dev.faultline.alert.message.AlertTransition;
import dev.faultline.alert.message.AlertTransition.Kind;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupId;
import dev.faultline.grouping.Grouping;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the raw record to the transition, through all stages.
class AlertsTopologyTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final UUID RULE = UUID.fromString("0198f6a2-5d5c-7c3e-9a41-2f6d1f0b8a11");

    @TempDir Path stateDir;

    private TopologyFixture topology;
    private final Map<String, Cell> cells = new HashMap<>();

    @BeforeEach
    void start() {
        topology = new TopologyFixture(stateDir);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void firesWithTheEventThatReachesTheThreshold() {
        AlertRule rule = rule("error_count > 2 in 5m", 1, true);
        topology.rule(rule, NOON);
        events(2, NOON.plusSeconds(1));
        assertThat(transitions()).isEmpty();

        event("Disk full", NOON.plusSeconds(2));

        List<TestRecord<String, AlertTransition>> written =
                topology.written(topology.topics.alertTransitions());
        assertThat(written)
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.key()).isEqualTo(RULE.toString());
                    assertThat(record.value().kind()).isEqualTo(Kind.FIRED);
                    assertThat(record.value().rule()).isEqualTo(rule);
                    assertThat(record.value().start()).isEqualTo(NOON.plusSeconds(2));
                    assertThat(record.value().readings()).hasSize(1);
                });
    }

    @Test
    void resolvesWhenEventsStopAndTimeGoesOn() {
        topology.rule(rule("error_count > 2 in 10s keep 1s", 1, true), NOON);
        events(3, NOON.plusSeconds(1));
        assertThat(transitions()).extracting(AlertTransition::kind).containsExactly(Kind.FIRED);

        // The window's last end, keep, and grace.
        Instant settled = NOON.plusSeconds(1 + 9 + 1).plus(Duration.ofMinutes(2));
        topology.marker(settled);
        assertThat(transitions()).isEmpty();

        topology.marker(settled.plusSeconds(1));
        assertThat(transitions())
                .extracting(AlertTransition::kind)
                .containsExactly(Kind.SETTLED, Kind.RESOLVED);
    }

    @Test
    void neverResolvesWhileTimeStandsStill() {
        topology.rule(rule("error_count > 2 in 10s keep 1s", 1, true), NOON);
        events(3, NOON.plusSeconds(1));
        topology.driver.advanceWallClockTime(Duration.ofDays(1));
        for (int i = 0; i < 3; i++) {
            topology.command(
                    group("Disk full"),
                    new GroupCommand.Resolve(ProjectId.DEFAULT),
                    NOON.plus(Duration.ofDays(1)));
        }

        assertThat(transitions()).extracting(AlertTransition::kind).containsExactly(Kind.FIRED);
    }

    @Test
    void countsWhatHappensToGroups() {
        topology.rule(rule("new_group", 1, true), NOON);
        event("Disk full", NOON.plusSeconds(1));
        event("Disk full", NOON.plusSeconds(2));
        topology.command(
                group("Disk full"),
                new GroupCommand.Resolve(ProjectId.DEFAULT),
                NOON.plusSeconds(3));
        event("Disk full", NOON.plusSeconds(4));
        event("Disk full", NOON.plusSeconds(5));
        topology.command(
                group("Disk full"),
                new GroupCommand.Delete(ProjectId.DEFAULT),
                NOON.plusSeconds(6));
        event("Disk full", NOON.plusSeconds(7));

        readCells();
        assertThat(cells.values())
                .filteredOn(cell -> cell.facets().signal() != Signal.EVENTS)
                .extracting(cell -> cell.facets().signal(), Cell::second, Cell::group, Cell::count)
                .containsExactlyInAnyOrder(
                        tuple(Signal.NEW_GROUPS, second(1), group("Disk full").toString(), 1L),
                        tuple(Signal.REGRESSIONS, second(4), group("Disk full").toString(), 1L),
                        tuple(Signal.NEW_GROUPS, second(7), group("Disk full").toString(), 1L));
        assertThat(transitions())
                .extracting(AlertTransition::kind, AlertTransition::key)
                .containsExactly(tuple(Kind.FIRED, group("Disk full").toString()));
    }

    @Test
    void countsEachEventInOneCellWhetherGroupsAreNeededOrNot() {
        events(2, NOON);
        topology.rule(rule("error_count by group > 1000 in 5m", 1, true), NOON);
        events(3, NOON);
        event("Connection lost", NOON);
        topology.rule(rule("error_count by group > 1000 in 5m", 2, false), NOON);
        events(4, NOON);

        readCells();
        assertThat(cells.values())
                .filteredOn(cell -> cell.facets().signal() == Signal.EVENTS)
                .extracting(Cell::group, Cell::count)
                .containsExactlyInAnyOrder(
                        tuple(null, 6L),
                        tuple(group("Disk full").toString(), 3L),
                        tuple(group("Connection lost").toString(), 1L));
    }

    @Test
    void countsAllEventsWhateverTheirClientsMakeUp() {
        for (int i = 0; i < 300; i++) {
            topology.raw(
                    null,
                    "{\"message\":\"Disk full\",\"source\":\"source-%d\",\"timestamp\":\"%s\"}"
                            .formatted(i, NOON),
                    NOON);
        }

        readCells();
        List<Cell> events =
                cells.values().stream()
                        .filter(cell -> cell.facets().signal() == Signal.EVENTS)
                        .toList();
        assertThat(events).hasSize(257);
        assertThat(events.stream().mapToLong(Cell::count).sum()).isEqualTo(300);
    }

    @Test
    void takesWhatIsLateForGraceAndLeavesWhatIsForgotten() {
        topology.rule(rule("error_count > 0 in 10s", 1, true), NOON.minusSeconds(10_000));
        topology.marker(NOON);
        lateEvent(NOON.minusSeconds(119), NOON);
        assertThat(transitions()).extracting(AlertTransition::kind).containsExactly(Kind.FIRED);

        lateEvent(NOON.minusSeconds(121), NOON);
        lateEvent(NOON.minusSeconds(721), NOON);

        readCells();
        assertThat(cells.values())
                .filteredOn(cell -> cell.facets().signal() == Signal.EVENTS)
                .extracting(Cell::second)
                .containsExactlyInAnyOrder(second(-119), second(-121));
        assertThat(topology.counted("faultline.alerts.late.cells")).isEqualTo(1);
        assertThat(topology.counted("faultline.alerts.late.events")).isEqualTo(1);
    }

    @Test
    void keepsSecondsOnlyAsLongAsTheyCanChange() {
        events(1, NOON);
        events(1, NOON.plusSeconds(300));
        topology.marker(NOON.plusSeconds(900));

        try (var all = topology.driver.getKeyValueStore("alert-cells").all()) {
            assertThat(all).toIterable().hasSize(2); // One second, and the generation.
        }
    }

    @Test
    void takesMarkersForNothingElse() {
        topology.marker(NOON).marker(NOON.plusSeconds(1));

        assertThat(topology.facts()).isEmpty();
        assertThat(topology.written(topology.topics.deadLetter())).isEmpty();
        assertThat(topology.written(topology.topics.groups())).isEmpty();
        assertThat(topology.written(topology.topics.counts())).isEmpty();
        assertThat(topology.written(topology.topics.alertCells()))
                .extracting(TestRecord::value)
                .hasSize(2)
                .allMatch(AlertInput.Told.class::isInstance);
    }

    @Test
    void tellsOfOneSecondOnceHoweverManyEventsItHas() {
        for (int i = 0; i < 50; i++) {
            event("Disk full", NOON.plusMillis(20L * i));
        }

        assertThat(topology.written(topology.topics.alertCells()))
                .filteredOn(record -> record.value() instanceof AlertInput.Told)
                .hasSize(1);
    }

    private void events(int count, Instant at) {
        for (int i = 0; i < count; i++) {
            event("Disk full", at);
        }
    }

    private void event(String message, Instant at) {
        event(message, at, at);
    }

    private void lateEvent(Instant happened, Instant appended) {
        event("Disk full", happened, appended);
    }

    private void event(String message, Instant happened, Instant appended) {
        topology.raw(
                null,
                "{\"message\":\"%s\",\"source\":\"backend\",\"timestamp\":\"%s\"}"
                        .formatted(message, happened),
                appended);
    }

    private List<AlertTransition> transitions() {
        return topology.written(topology.topics.alertTransitions()).stream()
                .map(TestRecord::value)
                .toList();
    }

    /// The newest of every cell.
    private void readCells() {
        topology.written(topology.topics.alertCells())
                .forEach(record -> {
                    if (record.value() instanceof AlertInput.Counted counted) {
                        counted.cells()
                                .forEach(cell ->
                                        cells.put(
                                                "%s|%s|%d"
                                                        .formatted(
                                                                cell.facets(),
                                                                cell.group(),
                                                                cell.second()),
                                                cell));
                    }
                });
    }

    private static long second(int afterNoon) {
        return NOON.plusSeconds(afterNoon).getEpochSecond();
    }

    private static GroupId group(String message) {
        return GroupId.of(ProjectId.DEFAULT, Grouping.fingerprint(message, null, "backend"));
    }

    private static AlertRule rule(String condition, int version, boolean enabled) {
        return Rules.rule(RULE, ProjectId.DEFAULT, condition, version, enabled, Instant.EPOCH);
    }
}
