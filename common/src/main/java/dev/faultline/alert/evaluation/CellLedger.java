package dev.faultline.alert.evaluation;

import dev.faultline.event.Severity;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The last cell of each counter, kind and second that is not settled, so that the next one's
/// difference is known.
final class CellLedger {

    private static final int LAYOUT = 1;
    private static final String PREFIX = "cells/";

    private final int most;
    private final TreeMap<Long, Map<Key, Cell>> bySecond = new TreeMap<>();
    private final Set<Long> changed = new HashSet<>();
    private int size;

    /// Earlier seconds had to be given up.
    private long floor = Seconds.NEVER;

    CellLedger(int most) {
        this.most = most;
    }

    private record Key(int lane, Facets facets, @Nullable String group) {}

    /// Seconds before this one are not remembered, though they are not settled.
    long floor() {
        return floor;
    }

    /// Takes a cell.
    ///
    /// @return by how much the count of its second changes
    long put(Cell cell) {
        Map<Key, Cell> second = bySecond.computeIfAbsent(cell.second(), _ -> new LinkedHashMap<>());
        var key = new Key(cell.lane(), cell.facets(), cell.group());
        Cell known = second.get(key);
        if (known == null) {
            second.put(key, cell);
            size++;
            changed.add(cell.second());
            shrink();
            return cell.count();
        }
        boolean newer =
                cell.generation() != known.generation()
                        ? cell.generation() > known.generation()
                        : cell.count() > known.count();
        if (!newer) {
            return 0;
        }
        second.put(key, cell);
        changed.add(cell.second());
        return cell.count() - known.count();
    }

    private void shrink() {
        while (size > most && bySecond.size() > 1) {
            forgetBefore(bySecond.firstKey() + 1);
            floor = bySecond.firstKey();
        }
    }

    void forgetBefore(long second) {
        Iterator<Map.Entry<Long, Map<Key, Cell>>> settled =
                bySecond.headMap(second).entrySet().iterator();
        while (settled.hasNext()) {
            Map.Entry<Long, Map<Key, Cell>> entry = settled.next();
            size -= entry.getValue().size();
            changed.add(entry.getKey());
            settled.remove();
        }
    }

    /// All cells of this second and later ones.
    Iterable<Cell> from(long second) {
        return () ->
                bySecond.tailMap(second).values().stream()
                        .flatMap(cells -> cells.values().stream())
                        .iterator();
    }

    boolean isChanged() {
        return !changed.isEmpty();
    }

    void drain(StateSink sink) {
        for (long second : changed) {
            Map<Key, Cell> cells = bySecond.get(second);
            if (cells == null) {
                sink.remove(PREFIX + second);
            } else {
                sink.put(PREFIX + second, toBytes(cells.values()));
            }
        }
        changed.clear();
    }

    private byte[] toBytes(Iterable<Cell> cells) {
        var out = new ByteWriter();
        out.size(LAYOUT);
        out.number(floor);
        for (Cell cell : cells) {
            out.size(1L + cell.lane());
            out.size(cell.facets().signal().code());
            out.size(cell.facets().severity().code());
            out.text(cell.facets().source());
            out.text(cell.facets().environment());
            out.size(cell.group() == null ? 0 : 1);
            out.text(cell.group() == null ? "" : cell.group());
            out.number(cell.generation());
            out.size(cell.count());
        }
        out.size(0);
        return out.toBytes();
    }

    /// Whether a key of the store is of a ledger.
    static boolean owns(String key) {
        return key.startsWith(PREFIX);
    }

    void restore(String key, byte[] bytes) {
        long second = Long.parseLong(key.substring(PREFIX.length()));
        var in = new ByteReader(bytes, LAYOUT);
        floor = Math.max(floor, in.number());
        Map<Key, Cell> cells = new LinkedHashMap<>();
        for (int lane = in.size(); lane > 0; lane = in.size()) {
            var facets =
                    new Facets(
                            Signal.ofCode((byte) in.size()),
                            Severity.ofCode((byte) in.size()),
                            in.text(),
                            in.text());
            boolean hasGroup = in.size() == 1;
            String text = in.text();
            String group = hasGroup ? text : null;
            int generation = (int) in.number();
            var cell = new Cell(lane - 1, facets, group, second, generation, in.count());
            cells.put(new Key(cell.lane(), facets, group), cell);
        }
        bySecond.put(second, cells);
        size += cells.size();
    }
}
