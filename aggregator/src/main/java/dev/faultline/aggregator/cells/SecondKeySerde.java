package dev.faultline.aggregator.cells;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/// The fixed layout of a cell's key in the store and its changelog, big-endian: second (8), so that
/// cells lie in the order of time; project, as length (1) and UTF-8; signal (1), severity (1);
/// source and environment, each as length (2) and UTF-8; the group in UTF-8, or nothing.
final class SecondKeySerde {

    private static final int FIXED_BYTES = 8 + 1 + 1 + 1 + 2 + 2;

    private SecondKeySerde() {}

    static Serde<SecondKey> serde() {
        Serializer<SecondKey> serializer = (_, key) -> key == null ? null : write(key);
        Deserializer<SecondKey> deserializer = (_, bytes) -> bytes == null ? null : read(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    static byte[] write(SecondKey key) {
        byte[] project = key.project().value().getBytes(UTF_8);
        byte[] source = key.facets().source().getBytes(UTF_8);
        byte[] environment = key.facets().environment().getBytes(UTF_8);
        byte[] group = key.group() == null ? new byte[0] : key.group().getBytes(UTF_8);
        return ByteBuffer.allocate(
                        FIXED_BYTES
                                + project.length
                                + source.length
                                + environment.length
                                + group.length)
                .putLong(key.second())
                .put((byte) project.length)
                .put(project)
                .put(key.facets().signal().code())
                .put(key.facets().severity().code())
                .putShort((short) source.length)
                .put(source)
                .putShort((short) environment.length)
                .put(environment)
                .put(group)
                .array();
    }

    static SecondKey read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long second = in.getLong();
        var project = new ProjectId(text(in, in.get()));
        var facets =
                new Facets(
                        Signal.ofCode(in.get()),
                        Severity.ofCode(in.get()),
                        text(in, Short.toUnsignedInt(in.getShort())),
                        text(in, Short.toUnsignedInt(in.getShort())));
        String group = in.hasRemaining() ? text(in, in.remaining()) : null;
        return new SecondKey(second, project, facets, group);
    }

    private static String text(ByteBuffer in, int length) {
        byte[] text = new byte[length];
        in.get(text);
        return new String(text, UTF_8);
    }
}
