package dev.faultline.alerting.cells;

import dev.faultline.alert.message.AlertInput;
import dev.faultline.alert.message.AlertInput.Counted;
import dev.faultline.alert.message.AlertInput.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings what is read into the database: each minute is written whole, so writing it again changes
/// nothing. Owned by one thread.
final class CellProjection {

    /// How long a minute is held in memory, since most late events come early.
    private static final Duration HELD = Duration.ofMinutes(5);

    /// Cells in memory, about 100 bytes each.
    private static final int MOST_CELLS = 200_000;

    private static final int ROWS = 100;
    private static final int ATTEMPTS = 3;

    private final CellRepository repository;
    private final InstantSource clock;
    private final CellBuffer buffer = new CellBuffer();

    CellProjection(CellRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /// @param shard the partition that it comes from
    void take(int shard, AlertInput input) {
        switch (input) {
            case Counted counted -> buffer.take(counted);
            case Told told -> buffer.take(shard, told.tick());
        }
    }

    /// Whether it should be [stored][#store] before more is taken.
    boolean isFull() {
        return buffer.size() > MOST_CELLS;
    }

    /// When it returns, everything that was taken is stored.
    void store() {
        List<StoredMinute> changed = buffer.changed();
        for (int from = 0; from < changed.size(); from += ROWS) {
            store(changed.subList(from, Math.min(from + ROWS, changed.size())));
        }
        // Times last: they say that everything before them is there.
        List<LaneTime> times = buffer.times();
        if (!times.isEmpty()) {
            repository.save(times);
            buffer.storedTimes();
        }
        Instant now = clock.instant();
        Instant done = isFull() ? now.plus(HELD) : now.minus(HELD);
        buffer.forgetBefore(Math.floorDiv(done.getEpochSecond(), 60));
    }

    private void store(List<StoredMinute> minutes) {
        List<StoredMinute> left = minutes;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            if (attempt > ATTEMPTS) {
                throw new IllegalStateException(
                        "Another process keeps writing the counts of %s"
                                .formatted(left.getFirst().minute()));
            }
            Set<CellMinute> written = repository.save(left);
            written.forEach(buffer::stored);
            left = merged(left, written);
        }
    }

    /// Those that somebody else has written too, with what he knows. What is coarse already stays
    /// as it is: its seconds can't be told apart any more, so they might count twice.
    private List<StoredMinute> merged(List<StoredMinute> tried, Set<CellMinute> written) {
        Set<CellMinute> refused =
                tried.stream()
                        .map(StoredMinute::minute)
                        .filter(minute -> !written.contains(minute))
                        .collect(Collectors.toSet());
        if (refused.isEmpty()) {
            return List.of();
        }
        for (StoredMinute stored : repository.find(refused)) {
            if (stored.fine()) {
                buffer.merge(stored);
            } else {
                buffer.forget(stored.minute());
            }
        }
        return buffer.changed().stream().filter(each -> refused.contains(each.minute())).toList();
    }
}
