package dev.faultline.alerting.cells;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.alert.evaluation.Tick;
import dev.faultline.alert.message.AlertInput.Counted;
import dev.faultline.alert.message.AlertInput.Told;
import dev.faultline.alert.message.AlertShard;
import dev.faultline.database.ConnectionPool;
import dev.faultline.database.DatabaseAccess;
import dev.faultline.database.Migration;
import dev.faultline.database.RequestDatabase;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.test.PostgresFixture;
import dev.faultline.topic.KeyPartition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The past in a real database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CellProjectionIT {

    private static final Instant NOW = Instant.parse("2026-01-02T12:00:30Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Facets ERRORS =
            new Facets(Signal.EVENTS, Severity.ERROR, "checkout", "production");

    private final RequestDatabase database = database();
    private final CellRepository repository = new CellRepository(database);

    private static RequestDatabase database() {
        DatabaseAccess access =
                DatabaseAccess.of(
                        PostgresFixture.freshDatabase(),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(5));
        new Migration("alerting", access).run();
        var meters = new SimpleMeterRegistry();
        return new RequestDatabase(ConnectionPool.open("test", 2, access, meters), meters);
    }

    @AfterAll
    void close() {
        database.close();
    }

    private static Cell cell(int lane, @Nullable String group, Instant at, long count) {
        return new Cell(lane, ERRORS, group, at.getEpochSecond(), 0, count);
    }

    private static void take(CellProjection projection, ProjectId project, Cell... cells) {
        projection.take(0, new Counted(project, List.of(cells)));
        projection.store();
    }

    private List<PastMinute> past(ProjectId project, boolean groups) {
        List<PastMinute> past = new ArrayList<>();
        new CellHistory(repository, 1)
                .read(project, NOW.minus(Duration.ofDays(30)), NOW, groups, past::add);
        return past;
    }

    @Test
    void losesNothingWhenTwoProcessesWriteTheSameMinute() {
        var project = new ProjectId("two-writers");
        var one = new CellProjection(repository, CLOCK);
        var other = new CellProjection(repository, CLOCK);

        take(one, project, cell(0, null, NOW, 5));
        take(other, project, cell(0, null, NOW.minusSeconds(1), 7), cell(0, null, NOW, 4));
        take(one, project, cell(0, null, NOW, 6), cell(1, null, NOW, 100));
        take(other, project, cell(0, null, NOW, 6));

        assertThat(past(project, false))
                .singleElement()
                .satisfies(minute -> {
                    assertThat(minute.fine()).isTrue();
                    assertThat(minute.start()).isEqualTo(Instant.parse("2026-01-02T12:00:00Z"));
                    assertThat(minute.cells())
                            .containsExactly(
                                    cell(0, null, NOW.minusSeconds(1), 7), cell(0, null, NOW, 106));
                });
    }

    @Test
    void makesOldMinutesCoarseAndForgetsThoseThatAreTooOld() {
        var project = new ProjectId("ages");
        var projection = new CellProjection(repository, CLOCK);
        Instant old = NOW.minus(Duration.ofDays(1)).minusSeconds(120);
        Instant tooOld = NOW.minus(Duration.ofDays(30)).minusSeconds(120);
        take(
                projection,
                project,
                cell(0, "g1", old, 2),
                cell(0, "g2", old.plusSeconds(1), 3),
                cell(0, "g1", NOW, 1),
                cell(0, "g1", tooOld, 1));

        new CellHousekeeping(
                        repository,
                        new CellSettings(
                                Duration.ofSeconds(1), Duration.ofDays(1), Duration.ofDays(30)),
                        CLOCK)
                .run();
        // What is read again does not count twice.
        take(new CellProjection(repository, CLOCK), project, cell(0, "g1", old, 2));

        List<PastMinute> past = past(project, true);
        assertThat(past).extracting(PastMinute::fine).containsExactly(false, true);
        assertThat(past.getFirst().cells())
                .containsExactly(cell(0, null, past.getFirst().start(), 5));
        assertThat(past.getLast().cells()).containsExactly(cell(0, "g1", NOW, 1));
    }

    @Test
    void readsManyMinutesInTheirOrder() {
        var project = new ProjectId("many");
        var projection = new CellProjection(repository, CLOCK);
        for (int minute = 0; minute < 200; minute++) {
            Instant at = NOW.minusSeconds(60L * minute);
            projection.take(
                    0, new Counted(project, List.of(cell(0, null, at, 1), cell(1, null, at, 2))));
        }
        projection.store();

        List<PastMinute> past = past(project, false);
        assertThat(past).hasSize(200).extracting(PastMinute::start).isSorted();
        assertThat(past)
                .allSatisfy(minute ->
                        assertThat(minute.cells()).extracting(Cell::count).containsExactly(3L));
    }

    @Test
    void knowsUntilWhenEverythingIsCountedOnceEachLaneHasTold() {
        var projection = new CellProjection(repository, CLOCK);
        var history = new CellHistory(repository, 2);
        ProjectId project = projectIn(0);
        projection.take(0, new Told(new Tick(0, NOW, NOW.minusSeconds(1))));
        projection.store();
        assertThat(history.countedUntil(project)).isEmpty();

        projection.take(0, new Told(new Tick(1, NOW.plusSeconds(5), NOW.minusSeconds(9))));
        projection.take(0, new Told(new Tick(0, NOW.plusSeconds(9), NOW.plusSeconds(8))));
        projection.take(0, new Told(new Tick(0, NOW.plusSeconds(7), NOW.plusSeconds(6))));
        projection.store();

        assertThat(history.countedUntil(project))
                .contains(
                        new CountedUntil(
                                NOW.plusSeconds(5), NOW.plusSeconds(9), NOW.minusSeconds(9)));
    }

    /// A project whose evaluator reads this one of two partitions.
    private static ProjectId projectIn(int shard) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> new ProjectId("p" + i))
                .filter(project ->
                        KeyPartition.of(AlertShard.key(project).getBytes(UTF_8), 2) == shard)
                .findFirst()
                .orElseThrow();
    }
}
