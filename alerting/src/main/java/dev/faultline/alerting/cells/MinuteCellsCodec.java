package dev.faultline.alerting.cells;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.event.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/// The layout of a minute's cells: its version (1), whether they are complete, the facets and the
/// groups that occur, and then of each cell which of these it has, its second within the minute,
/// generation and count. Numbers are variable, texts have their length before them.
final class MinuteCellsCodec {

    private static final byte LAYOUT = 1;

    private MinuteCellsCodec() {}

    static byte[] write(MinuteCells minute) {
        Map<Facets, Integer> facets = new LinkedHashMap<>();
        Map<String, Integer> groups = new LinkedHashMap<>();
        for (Cell cell : minute.cells()) {
            facets.putIfAbsent(cell.facets(), facets.size());
            if (cell.group() != null) {
                groups.putIfAbsent(cell.group(), groups.size() + 1);
            }
        }
        var bytes = new ByteArrayOutputStream(32 + 8 * minute.size());
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeBoolean(minute.isComplete());
            ByteUtils.writeVarint(facets.size(), out);
            for (Facets each : facets.keySet()) {
                out.writeByte(each.signal().code());
                out.writeByte(each.severity().code());
                writeText(each.source(), out);
                writeText(each.environment(), out);
            }
            ByteUtils.writeVarint(groups.size(), out);
            for (String group : groups.keySet()) {
                writeText(group, out);
            }
            ByteUtils.writeVarint(minute.size(), out);
            for (Cell cell : minute.cells()) {
                ByteUtils.writeVarint(number(facets, cell.facets()), out);
                ByteUtils.writeVarint(number(groups, cell.group()), out);
                out.writeByte(Math.floorMod(cell.second(), 60));
                ByteUtils.writeVarint(cell.generation(), out);
                ByteUtils.writeVarlong(cell.count(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Memory does not fail.
        }
        return bytes.toByteArray();
    }

    private static <K> int number(Map<K, Integer> numbers, @Nullable K key) {
        return key == null ? 0 : numbers.getOrDefault(key, 0);
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        ByteUtils.writeVarint(bytes.length, out);
        out.write(bytes);
    }

    /// @throws IllegalArgumentException if the bytes are of another layout, or damaged
    static MinuteCells read(CellMinute minute, byte[] bytes) {
        var cells = new MinuteCells();
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte layout = in.readByte();
            if (layout != LAYOUT) {
                throw new IllegalArgumentException("layout %d is unknown".formatted(layout));
            }
            boolean complete = in.readBoolean();
            List<Facets> facets = readFacets(in);
            List<String> groups = readGroups(in);
            int size = ByteUtils.readVarint(in);
            for (int i = 0; i < size; i++) {
                Facets each = facets.get(ByteUtils.readVarint(in));
                int group = ByteUtils.readVarint(in);
                long second = minute.firstSecond() + in.readByte();
                cells.put(
                        new Cell(
                                minute.lane(),
                                each,
                                group == 0 ? null : groups.get(group - 1),
                                second,
                                ByteUtils.readVarint(in),
                                ByteUtils.readVarlong(in)));
            }
            if (!complete) {
                cells.leaveOut();
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no cells of a minute", e);
        }
        return cells;
    }

    private static List<Facets> readFacets(DataInputStream in) throws IOException {
        int size = ByteUtils.readVarint(in);
        List<Facets> facets = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            facets.add(
                    new Facets(
                            Signal.ofCode(in.readByte()),
                            Severity.ofCode(in.readByte()),
                            readText(in),
                            readText(in)));
        }
        return facets;
    }

    private static List<String> readGroups(DataInputStream in) throws IOException {
        int size = ByteUtils.readVarint(in);
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            groups.add(readText(in));
        }
        return groups;
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = ByteUtils.readVarint(in);
        byte[] bytes = in.readNBytes(Math.max(0, length));
        if (bytes.length != length) {
            throw new IOException("a text ends early");
        }
        return new String(bytes, UTF_8);
    }
}
