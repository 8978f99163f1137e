package dev.faultline.group;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.grouping.Fingerprint;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/// The fixed layout of a [Fact], big-endian: layout version (1), count (4), severity (1),
/// fingerprint version (1) and bytes (16), event time (8) and append time (8) in milliseconds, lane
/// (2), offset (8); then project, source and environment, each as length (2) and UTF-8.
public final class FactSerde {

    private static final byte LAYOUT = 1;
    private static final int FIXED_BYTES = 1 + 4 + 1 + 1 + 16 + 8 + 8 + 2 + 8;

    private FactSerde() {}

    public static Serde<Fact> serde() {
        Serializer<Fact> serializer = (_, fact) -> fact == null ? null : write(fact);
        Deserializer<Fact> deserializer = (_, bytes) -> bytes == null ? null : read(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    static byte[] write(Fact fact) {
        byte[] project = fact.project().value().getBytes(UTF_8);
        byte[] source = fact.source().getBytes(UTF_8);
        byte[] environment = fact.environment().getBytes(UTF_8);
        ByteBuffer out =
                ByteBuffer.allocate(
                        FIXED_BYTES + 6 + project.length + source.length + environment.length);
        out.put(LAYOUT)
                .putInt(fact.count())
                .put(fact.severity().code())
                .put((byte) fact.fingerprint().version())
                .put(HexFormat.of().parseHex(fact.fingerprint().value()))
                .putLong(fact.eventTime().toEpochMilli())
                .putLong(fact.appendTime().toEpochMilli())
                .putShort((short) fact.position().lane())
                .putLong(fact.position().offset());
        putText(out, project);
        putText(out, source);
        putText(out, environment);
        return out.array();
    }

    static Fact read(byte[] bytes) {
        try {
            return read(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new SerializationException("A record is no fact", e);
        }
    }

    private static Fact read(ByteBuffer in) {
        byte layout = in.get();
        if (layout != LAYOUT) {
            throw new SerializationException(
                    "A fact of layout %d, written by a newer Faultline".formatted(layout));
        }
        int count = in.getInt();
        Severity severity = Severity.ofCode(in.get());
        int version = in.get();
        byte[] fingerprint = new byte[16];
        in.get(fingerprint);
        Instant eventTime = Instant.ofEpochMilli(in.getLong());
        Instant appendTime = Instant.ofEpochMilli(in.getLong());
        RawPosition position = new RawPosition(in.getShort(), in.getLong());
        ProjectId project = new ProjectId(text(in));
        return new Fact(
                count,
                project,
                new Fingerprint(version, HexFormat.of().formatHex(fingerprint)),
                severity,
                text(in),
                text(in),
                eventTime,
                appendTime,
                position);
    }

    private static void putText(ByteBuffer out, byte[] text) {
        out.putShort((short) text.length).put(text);
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(text);
        return new String(text, UTF_8);
    }
}
