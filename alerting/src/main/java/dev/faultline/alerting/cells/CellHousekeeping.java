package dev.faultline.alerting.cells;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Makes old minutes coarse, and deletes those that are too old.
final class CellHousekeeping {

    private static final int ROWS = 200;

    /// Minutes made coarse at a time at most; the rest waits for the next time.
    private static final int MOST_ROUNDS = 50;

    private final CellRepository repository;
    private final CellSettings settings;
    private final InstantSource clock;

    CellHousekeeping(CellRepository repository, CellSettings settings, InstantSource clock) {
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
    }

    void run() {
        Instant now = clock.instant();
        repository.deleteBefore(now.minus(settings.retention()));
        Instant fine = now.minus(settings.fineRetention());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<StoredMinute> old = repository.fineBefore(fine, ROWS);
            if (!old.isEmpty()) {
                repository.save(old.stream().map(CellHousekeeping::coarse).toList());
            }
            if (old.size() < ROWS) {
                return;
            }
        }
    }

    private static StoredMinute coarse(StoredMinute fine) {
        return new StoredMinute(
                fine.minute(), false, fine.revision(), fine.cells().coarse(fine.minute()));
    }
}
