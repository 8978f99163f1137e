package dev.faultline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.count.CountCell;
import dev.faultline.count.CountSpan;
import dev.faultline.count.EventCounts;
import dev.faultline.event.EventTime;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.GroupCommand;
import dev.faultline.group.GroupId;
import dev.faultline.grouping.Grouping;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTopologyTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Set<CountSpan> LONGER_THAN_A_MINUTE =
            EnumSet.complementOf(EnumSet.of(CountSpan.MINUTE));
    private static final GroupCommand RESOLVE = new GroupCommand.Resolve(ProjectId.DEFAULT);
    private static final GroupCommand DELETE = new GroupCommand.Delete(ProjectId.DEFAULT);

    @TempDir Path stateDir;

    private TopologyFixture topology;
    private final Map<String, CountCell> cells = new TreeMap<>();

    @BeforeEach
    void start() {
        topology = new TopologyFixture(stateDir);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void publishesEachCellThatAnEventIsIn() {
        event("fatal", NOON, NOON);
        event("warning", NOON.plusSeconds(61), NOON.plusSeconds(61));

        assertThat(read())
                .containsOnlyKeys(
                        "default|0|minute|2026-01-01T12:00:00Z",
                        "default|0|minute|2026-01-01T12:01:00Z",
                        "default|0|quarter_hour|2026-01-01T12:00:00Z",
                        "default|0|hour|2026-01-01T12:00:00Z",
                        "default|0|day|2026-01-01T00:00:00Z");
        assertThat(cells.get("default|0|minute|2026-01-01T12:00:00Z").counts())
                .isEqualTo(new EventCounts(1, 0, 0, 0, 0, 0));
        assertThat(cells.get("default|0|day|2026-01-01T00:00:00Z").counts())
                .isEqualTo(new EventCounts(1, 0, 1, 0, 0, 0));
    }

    @Test
    void countsADuplicateOnce() {
        for (int i = 0; i < 3; i++) {
            topology.raw("default|c|e1", body("e1", "error", "Disk full", NOON), NOON);
        }

        assertThat(total()).isEqualTo(EventCounts.of(Severity.ERROR, 1));
    }

    @Test
    void countsWhatHappenedAlsoWhenItsGroupIsDeleted() {
        event("error", NOON, NOON);
        command(DELETE, 10);
        event("error", NOON.plusSeconds(5), NOON.plusSeconds(5));
        event("error", NOON.plusSeconds(11), NOON.plusSeconds(11));

        assertThat(total()).isEqualTo(EventCounts.of(Severity.ERROR, 2));
    }

    @Test
    void countsEachTimeAGroupIsResolved() {
        event("error", NOON, NOON);
        command(RESOLVE, 60);
        command(RESOLVE, 61);
        event("error", NOON.plusSeconds(120), NOON.plusSeconds(120));
        command(RESOLVE, 180);

        assertThat(total()).isEqualTo(new EventCounts(0, 2, 0, 0, 0, 2));
        assertThat(cells.get("default|0|minute|2026-01-01T12:01:00Z").counts().resolved())
                .isEqualTo(1);
        assertThat(cells.get("default|0|minute|2026-01-01T12:03:00Z").counts().resolved())
                .isEqualTo(1);
    }

    @Test
    void countsALateEventWhenItHappenedAndItsMinuteWithinADayOnly() {
        Instant yesterday = NOON.minus(Duration.ofHours(25));
        Instant lastWeek = NOON.minus(Duration.ofDays(7));
        event("error", yesterday, NOON);
        event("error", lastWeek, NOON);

        assertThat(read())
                .containsKeys(
                        "default|0|minute|2025-12-31T11:00:00Z",
                        "default|0|quarter_hour|2025-12-25T12:00:00Z",
                        "default|0|day|2025-12-25T00:00:00Z")
                .doesNotContainKey("default|0|minute|2025-12-25T12:00:00Z");
        assertThat(total()).isEqualTo(EventCounts.of(Severity.ERROR, 2));
    }

    @Test
    void forgetsWhatCanNotChangeAnyMoreAndNeverWritesItAnew() {
        event("error", NOON, NOON);
        event("error", NOON.plus(Duration.ofHours(27)), NOON.plus(Duration.ofHours(27)));
        assertThat(kept(CountSpan.MINUTE)).isEqualTo(1);
        assertThat(kept(CountSpan.QUARTER_HOUR)).isEqualTo(2);

        event("error", NOON, NOON.plus(Duration.ofHours(27)));
        assertThat(read().get("default|0|minute|2026-01-01T12:00:00Z").counts().error())
                .isEqualTo(1);
        assertThat(cells.get("default|0|quarter_hour|2026-01-01T12:00:00Z").counts().error())
                .isEqualTo(2);

        Instant later = NOON.plus(Duration.ofDays(60));
        event("error", later, later);
        assertThat(kept(CountSpan.QUARTER_HOUR)).isEqualTo(1);
        assertThat(kept(CountSpan.DAY)).isEqualTo(1);
        assertThat(total()).isEqualTo(EventCounts.of(Severity.ERROR, 4));
    }

    /// Against a count by brute force, which is told what happened to each group.
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void countsAsABruteForceCountDoes(long seed) {
        Random random = new Random(seed);
        Map<String, EventCounts> expected = new HashMap<>();
        Map<Integer, Boolean> open = new HashMap<>();
        Instant now = NOON;
        for (int i = 0; i < 60; i++) {
            now = now.plusSeconds(1 + random.nextInt(600));
            int group = random.nextInt(4);
            switch (random.nextInt(8)) {
                case 0 -> {
                    command(group, RESOLVE, now);
                    if (Objects.equals(open.replace(group, false), true)) {
                        add(expected, now, EventCounts.ONE_RESOLVED);
                    }
                }
                case 1 -> {
                    command(group, DELETE, now);
                    open.remove(group);
                }
                default -> {
                    Severity severity = Severity.ofCode((byte) random.nextInt(5));
                    Instant claimed = now.minusSeconds(random.nextInt(200_000) - 60);
                    topology.raw(
                            "default|c|id-" + i,
                            body("id-" + i, severity.text(), message(group), claimed),
                            now);
                    if (random.nextInt(4) == 0) {
                        topology.raw(
                                "default|c|id-" + i,
                                body("id-" + i, severity.text(), message(group), claimed),
                                now);
                    }
                    open.put(group, true);
                    add(expected, EventTime.clamp(claimed, now), EventCounts.of(severity, 1));
                }
            }
        }

        Map<String, EventCounts> published = new HashMap<>();
        read().values().stream()
                .filter(cell -> cell.span() != CountSpan.MINUTE)
                .forEach(cell -> published.put(cell.span() + "|" + cell.start(), cell.counts()));
        assertThat(published).as("seed %d", seed).isEqualTo(expected);
    }

    private static void add(Map<String, EventCounts> expected, Instant at, EventCounts counts) {
        for (CountSpan span : LONGER_THAN_A_MINUTE) {
            expected.merge(span + "|" + span.startOf(at), counts, EventCounts::plus);
        }
    }

    private void event(String level, Instant happened, Instant appended) {
        topology.raw(null, body(null, level, "Disk full", happened), appended);
    }

    private void command(GroupCommand command, int secondsAfterNoon) {
        topology.command(group("Disk full"), command, NOON.plusSeconds(secondsAfterNoon));
    }

    private void command(int group, GroupCommand command, Instant appended) {
        topology.command(group(message(group)), command, appended);
    }

    private static GroupId group(String message) {
        return GroupId.of(ProjectId.DEFAULT, Grouping.fingerprint(message, null, "backend"));
    }

    private static String message(int group) {
        return "Failure " + "abcd".charAt(group);
    }

    private static String body(String id, String level, String message, Instant happened) {
        return "{%s\"level\":\"%s\",\"message\":\"%s\",\"source\":\"backend\",\"timestamp\":\"%s\"}"
                .formatted(
                        id == null ? "" : "\"event_id\":\"%s\",".formatted(id),
                        level,
                        message,
                        happened);
    }

    /// The newest of every cell.
    private Map<String, CountCell> read() {
        topology.written(topology.topics.counts())
                .forEach(record -> {
                    assertThat(record.key()).isEqualTo(record.value().key());
                    cells.put(record.key(), record.value());
                });
        return cells;
    }

    /// Of all time, which all spans but the minutes have to agree on.
    private EventCounts total() {
        Map<CountSpan, EventCounts> totals = new EnumMap<>(CountSpan.class);
        read().values()
                .forEach(cell -> totals.merge(cell.span(), cell.counts(), EventCounts::plus));
        totals.remove(CountSpan.MINUTE);
        assertThat(Set.copyOf(totals.values())).hasSize(1);
        return totals.get(CountSpan.DAY);
    }

    private long kept(CountSpan span) {
        long kept = 0;
        try (KeyValueIterator<?, ?> all = topology.driver.getKeyValueStore("counts").all()) {
            while (all.hasNext()) {
                if (all.next().key.toString().contains(span.name())) {
                    kept++;
                }
            }
        }
        return kept;
    }
}
