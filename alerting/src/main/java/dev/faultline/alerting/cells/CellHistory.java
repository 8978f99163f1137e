package dev.faultline.alerting.cells;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.message.AlertShard;
import dev.faultline.event.ProjectId;
import dev.faultline.topic.KeyPartition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The past that is kept of alert rules' counts. Thread-safe.
public final class CellHistory {

    private static final int ROWS = 250;

    private final CellRepository repository;
    private final int partitions;

    /// @param partitions of the topic, as many as there are lanes
    CellHistory(CellRepository repository, int partitions) {
        this.repository = repository;
        this.partitions = partitions;
    }

    /// @return empty as long as a lane has told no time
    public Optional<CountedUntil> countedUntil(ProjectId project) {
        int shard = KeyPartition.of(AlertShard.key(project).getBytes(UTF_8), partitions);
        List<LaneTime> times = repository.times(shard);
        return times.size() < partitions
                ? Optional.empty()
                : Optional.of(
                        new CountedUntil(
                                latest(times.stream().map(LaneTime::since).toList()),
                                latest(times.stream().map(LaneTime::toldAt).toList()),
                                times.stream()
                                        .map(LaneTime::watermark)
                                        .min(Comparator.naturalOrder())
                                        .orElseThrow()));
    }

    private static Instant latest(List<Instant> times) {
        return times.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    /// Reads minutes in which something was counted, in order.
    ///
    /// @param from in the first minute
    /// @param to in the last minute
    /// @param groups whether groups are told apart, where they can be
    public void read(
            ProjectId project,
            Instant from,
            Instant to,
            boolean groups,
            Consumer<PastMinute> reader) {
        Instant first = from.truncatedTo(ChronoUnit.MINUTES);
        List<StoredMinute> minute = new ArrayList<>();
        CellMinute last = null;
        List<StoredMinute> page;
        do {
            page = repository.past(project, first, to, last, ROWS);
            for (StoredMinute row : page) {
                if (last != null && last.minute() != row.minute().minute()) {
                    deliver(minute, groups, reader);
                }
                minute.add(row);
                last = row.minute();
            }
        } while (page.size() == ROWS);
        deliver(minute, groups, reader);
    }

    private static void deliver(
            List<StoredMinute> lanes, boolean groups, Consumer<PastMinute> reader) {
        if (!lanes.isEmpty()) {
            reader.accept(together(lanes, groups));
            lanes.clear();
        }
    }

    private record Key(long second, Facets facets, @Nullable String group) {}

    private static PastMinute together(List<StoredMinute> lanes, boolean groups) {
        Map<Key, Long> counts = new LinkedHashMap<>();
        for (StoredMinute lane : lanes) {
            for (Cell cell : lane.cells().cells()) {
                counts.merge(
                        new Key(cell.second(), cell.facets(), groups ? cell.group() : null),
                        cell.count(),
                        Long::sum);
            }
        }
        List<Cell> cells = new ArrayList<>(counts.size());
        counts.forEach((key, count) ->
                cells.add(new Cell(0, key.facets(), key.group(), key.second(), 0, count)));
        cells.sort(Comparator.comparingLong(Cell::second));
        return new PastMinute(
                lanes.getFirst().minute().start(),
                lanes.stream().allMatch(StoredMinute::fine),
                lanes.stream().allMatch(lane -> lane.cells().isComplete()),
                cells);
    }
}
