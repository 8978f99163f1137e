package dev.faultline.alerting.cells;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Facets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one lane has counted of a project within a minute: the newest cell of each kind and second.
/// Taking one twice, or an older one, changes nothing. Not thread-safe.
final class MinuteCells {

    /// The most cells of a minute; further kinds are left out, and it is said that they are.
    static final int MOST = 20_000;

    private final Map<Key, Cell> cells = new LinkedHashMap<>();
    private boolean complete = true;

    private record Key(Facets facets, @Nullable String group, long second) {}

    /// @return whether anything is new
    boolean put(Cell cell) {
        var key = new Key(cell.facets(), cell.group(), cell.second());
        Cell known = cells.get(key);
        if (known != null && !isNewer(cell, known)) {
            return false;
        }
        if (known == null && cells.size() >= MOST) {
            boolean news = complete;
            complete = false;
            return news;
        }
        cells.put(key, cell);
        return true;
    }

    private static boolean isNewer(Cell cell, Cell known) {
        return cell.generation() != known.generation()
                ? cell.generation() > known.generation()
                : cell.count() > known.count();
    }

    /// Takes all that another has.
    void putAll(MinuteCells other) {
        other.cells.values().forEach(this::put);
        complete &= other.complete;
    }

    Collection<Cell> cells() {
        return cells.values();
    }

    int size() {
        return cells.size();
    }

    /// Whether nothing was left out.
    boolean isComplete() {
        return complete;
    }

    void leaveOut() {
        complete = false;
    }

    /// The same counts without groups, all in the first second.
    MinuteCells coarse(CellMinute minute) {
        Map<Facets, Long> sums = new LinkedHashMap<>();
        cells.values().forEach(cell -> sums.merge(cell.facets(), cell.count(), Long::sum));
        var coarse = new MinuteCells();
        sums.forEach((facets, count) ->
                coarse.put(new Cell(minute.lane(), facets, null, minute.firstSecond(), 0, count)));
        coarse.complete = complete;
        return coarse;
    }
}
