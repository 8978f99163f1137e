package dev.faultline.group;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.grouping.Fingerprint;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// The fixed layout of a [Fact], big-endian: layout version (1), count (4), severity (1),
/// fingerprint version (1) and bytes (16), event time (8) and append time (8) in milliseconds, lane
/// (2), offset (8); then project, source and environment, each as length (2) and UTF-8. A fact
/// whose [Routing] is not plain goes on: step (1), former fingerprint's version (1; 0 if there is
/// none) and bytes (16), whether another id was answered (1) and which (16).
///
/// And of a [Progress]: a layout version of its own (1), source (2), append time (8).
public final class FactSerde {

    private static final byte LAYOUT = 1;
    private static final byte PROGRESS_LAYOUT = 2;
    private static final int PROGRESS_BYTES = 1 + 2 + 8;
    private static final int FIXED_BYTES = 1 + 4 + 1 + 1 + 16 + 8 + 8 + 2 + 8;
    private static final int ROUTING_BYTES = 1 + 1 + 16 + 1 + 16;
    private static final byte[] NO_FINGERPRINT = new byte[16];
    private static final UUID NO_ID = new UUID(0, 0);

    private FactSerde() {}

    public static Serde<FactsRecord> serde() {
        Serializer<FactsRecord> serializer = (_, value) -> value == null ? null : write(value);
        Deserializer<FactsRecord> deserializer = (_, bytes) -> bytes == null ? null : read(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    static byte[] write(FactsRecord value) {
        return switch (value) {
            case Fact fact -> writeFact(fact);
            case Progress progress ->
                    ByteBuffer.allocate(PROGRESS_BYTES)
                            .put(PROGRESS_LAYOUT)
                            .putShort((short) progress.source())
                            .putLong(progress.appendTime().toEpochMilli())
                            .array();
        };
    }

    private static byte[] writeFact(Fact fact) {
        byte[] project = fact.project().value().getBytes(UTF_8);
        byte[] source = fact.source().getBytes(UTF_8);
        byte[] environment = fact.environment().getBytes(UTF_8);
        ByteBuffer out =
                ByteBuffer.allocate(
                        FIXED_BYTES
                                + 6
                                + project.length
                                + source.length
                                + environment.length
                                + (fact.routing().equals(Routing.PLAIN) ? 0 : ROUTING_BYTES));
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
        if (out.hasRemaining()) {
            putRouting(out, fact.routing());
        }
        return out.array();
    }

    private static void putRouting(ByteBuffer out, Routing routing) {
        Fingerprint former = routing.former();
        out.put((byte) routing.step().code())
                .put((byte) (former == null ? 0 : former.version()))
                .put(former == null ? NO_FINGERPRINT : HexFormat.of().parseHex(former.value()));
        GroupId answered = routing.answered();
        UUID id = answered == null ? NO_ID : answered.value();
        out.put((byte) (answered == null ? 0 : 1))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
    }

    static FactsRecord read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            byte layout = in.get();
            return switch (layout) {
                case LAYOUT -> readFact(in);
                case PROGRESS_LAYOUT ->
                        new Progress(in.getShort(), Instant.ofEpochMilli(in.getLong()));
                default ->
                        throw new SerializationException(
                                "A fact of layout %d, written by a newer Faultline"
                                        .formatted(layout));
            };
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new SerializationException("A record is no fact", e);
        }
    }

    private static Fact readFact(ByteBuffer in) {
        int count = in.getInt();
        Severity severity = Severity.ofCode(in.get());
        Fingerprint fingerprint = fingerprint(in.get(), in);
        Instant eventTime = Instant.ofEpochMilli(in.getLong());
        Instant appendTime = Instant.ofEpochMilli(in.getLong());
        RawPosition position = new RawPosition(in.getShort(), in.getLong());
        ProjectId project = new ProjectId(text(in));
        return new Fact(
                count,
                project,
                fingerprint,
                severity,
                text(in),
                text(in),
                eventTime,
                appendTime,
                position,
                in.remaining() < ROUTING_BYTES ? Routing.PLAIN : routing(in));
    }

    private static Routing routing(ByteBuffer in) {
        Routing.Step step = Routing.Step.ofCode(in.get());
        byte version = in.get();
        Fingerprint former = version == 0 ? skip(in) : fingerprint(version, in);
        boolean answered = in.get() == 1;
        UUID id = new UUID(in.getLong(), in.getLong());
        return new Routing(step, former, answered ? new GroupId(id) : null);
    }

    private static @Nullable Fingerprint skip(ByteBuffer in) {
        in.position(in.position() + NO_FINGERPRINT.length);
        return null;
    }

    private static Fingerprint fingerprint(int version, ByteBuffer in) {
        byte[] bytes = new byte[16];
        in.get(bytes);
        return new Fingerprint(version, HexFormat.of().formatHex(bytes));
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
