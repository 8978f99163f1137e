package dev.faultline.alerting.cells;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Tick;
import dev.faultline.alert.message.AlertInput.Counted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was read and is not stored yet, and the minutes that may still grow. Not thread-safe.
final class CellBuffer {

    private final Map<CellMinute, Slot> slots = new HashMap<>();
    private final Map<List<Integer>, LaneTime> times = new HashMap<>();
    private long size;

    /// A minute in memory.
    static final class Slot {

        private final MinuteCells cells = new MinuteCells();
        private long revision;
        private boolean dirty;
    }

    void take(Counted counted) {
        for (Cell cell : counted.cells()) {
            var minute = CellMinute.of(counted.project(), cell.second(), cell.lane());
            Slot slot = slots.computeIfAbsent(minute, _ -> new Slot());
            long before = slot.cells.size();
            slot.dirty |= slot.cells.put(cell);
            size += slot.cells.size() - before;
        }
    }

    void take(int shard, Tick tick) {
        times.merge(List.of(shard, tick.lane()), LaneTime.of(shard, tick), LaneTime::and);
    }

    /// Cells in memory.
    long size() {
        return size;
    }

    /// What there is to store.
    List<StoredMinute> changed() {
        return slots.entrySet().stream()
                .filter(slot -> slot.getValue().dirty)
                .map(slot ->
                        new StoredMinute(
                                slot.getKey(),
                                true,
                                slot.getValue().revision,
                                slot.getValue().cells))
                .toList();
    }

    List<LaneTime> times() {
        return List.copyOf(times.values());
    }

    /// Somebody else has stored more of a minute than was known here.
    void merge(StoredMinute stored) {
        Slot slot = slots.get(stored.minute());
        if (slot != null) {
            long before = slot.cells.size();
            slot.cells.putAll(stored.cells());
            slot.revision = stored.revision();
            size += slot.cells.size() - before;
        }
    }

    void stored(CellMinute minute) {
        Slot slot = slots.get(minute);
        if (slot != null) {
            slot.revision++;
            slot.dirty = false;
        }
    }

    void forget(CellMinute minute) {
        Slot slot = slots.remove(minute);
        size -= slot == null ? 0 : slot.cells.size();
    }

    /// Times are told again soon.
    void storedTimes() {
        times.clear();
    }

    /// Lets go of minutes before this one that are stored: should one of them grow all the same, it
    /// is read back.
    void forgetBefore(long minute) {
        slots.entrySet()
                .removeIf(slot -> {
                    boolean done = slot.getKey().minute() < minute && !slot.getValue().dirty;
                    size -= done ? slot.getValue().cells.size() : 0;
                    return done;
                });
    }
}
