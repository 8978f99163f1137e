package dev.faultline.alert.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.alert.evaluation.Cell;
import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.alert.evaluation.Tick;
import dev.faultline.alert.message.AlertInput.Counted;
import dev.faultline.alert.message.AlertInput.Told;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.ByteUtils;

/// The layout of an [AlertInput]: its version (1) and kind (1); then a tick's lane and times, or a
/// project and its cells. Numbers are variable, texts have their length before them.
public final class AlertInputSerde {

    private static final byte LAYOUT = 1;
    private static final byte COUNTED = 1;
    private static final byte TOLD = 2;

    private AlertInputSerde() {}

    public static Serde<AlertInput> serde() {
        Serializer<AlertInput> serializer = (_, input) -> input == null ? null : write(input);
        Deserializer<AlertInput> deserializer = (_, bytes) -> bytes == null ? null : read(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    static byte[] write(AlertInput input) {
        var bytes = new ByteArrayOutputStream(64);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            switch (input) {
                case Counted counted -> writeCounted(counted, out);
                case Told told -> writeTick(told.tick(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Memory does not fail.
        }
        return bytes.toByteArray();
    }

    private static void writeCounted(Counted counted, DataOutputStream out) throws IOException {
        out.writeByte(COUNTED);
        writeText(counted.project().value(), out);
        ByteUtils.writeVarint(counted.cells().size(), out);
        for (Cell cell : counted.cells()) {
            ByteUtils.writeVarint(cell.lane(), out);
            ByteUtils.writeVarlong(cell.second(), out);
            ByteUtils.writeVarint(cell.generation(), out);
            ByteUtils.writeVarlong(cell.count(), out);
            out.writeByte(cell.facets().signal().code());
            out.writeByte(cell.facets().severity().code());
            writeText(cell.facets().source(), out);
            writeText(cell.facets().environment(), out);
            out.writeBoolean(cell.group() != null);
            if (cell.group() != null) {
                writeText(cell.group(), out);
            }
        }
    }

    private static void writeTick(Tick tick, DataOutputStream out) throws IOException {
        out.writeByte(TOLD);
        ByteUtils.writeVarint(tick.lane(), out);
        ByteUtils.writeVarlong(tick.time().toEpochMilli(), out);
        ByteUtils.writeVarlong(tick.watermark().toEpochMilli(), out);
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        ByteUtils.writeVarint(bytes.length, out);
        out.write(bytes);
    }

    static AlertInput read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte layout = in.readByte();
            if (layout != LAYOUT) {
                throw new SerializationException(
                        "Counts for alerts of layout %d, written by a newer Faultline"
                                .formatted(layout));
            }
            byte kind = in.readByte();
            return switch (kind) {
                case COUNTED -> readCounted(in, bytes.length);
                case TOLD -> new Told(readTick(in));
                default -> throw new SerializationException("Kind %d is unknown".formatted(kind));
            };
        } catch (IOException | IllegalArgumentException e) {
            throw new SerializationException("A record has no counts for alerts", e);
        }
    }

    private static Counted readCounted(DataInputStream in, int most) throws IOException {
        var project = new ProjectId(readText(in, most));
        int size = ByteUtils.readVarint(in);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int lane = ByteUtils.readVarint(in);
            long second = ByteUtils.readVarlong(in);
            int generation = ByteUtils.readVarint(in);
            long count = ByteUtils.readVarlong(in);
            var facets =
                    new Facets(
                            Signal.ofCode(in.readByte()),
                            Severity.ofCode(in.readByte()),
                            readText(in, most),
                            readText(in, most));
            String group = in.readBoolean() ? readText(in, most) : null;
            cells.add(new Cell(lane, facets, group, second, generation, count));
        }
        return new Counted(project, cells);
    }

    private static Tick readTick(DataInputStream in) throws IOException {
        return new Tick(
                ByteUtils.readVarint(in),
                Instant.ofEpochMilli(ByteUtils.readVarlong(in)),
                Instant.ofEpochMilli(ByteUtils.readVarlong(in)));
    }

    private static String readText(DataInputStream in, int most) throws IOException {
        int length = ByteUtils.readVarint(in);
        if (length < 0 || length > most) {
            throw new IllegalArgumentException("length must be 0 to " + most);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, UTF_8);
    }
}
