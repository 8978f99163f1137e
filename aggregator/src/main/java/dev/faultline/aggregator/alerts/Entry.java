package dev.faultline.aggregator.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.alert.message.AlertInput;
import dev.faultline.alert.message.AlertInputSerde;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/// A record that the evaluators take, as it stands in its topic and in the journal: kind (1),
/// length of the key (4; -1: there is none), key, whether there is a value (1), value.
final class Entry {

    private static final Deserializer<AlertInput> INPUTS = AlertInputSerde.serde().deserializer();

    private final Kind kind;
    private final @Nullable String key;
    private final byte @Nullable [] value;
    private @Nullable AlertInput input;

    Entry(Kind kind, @Nullable String key, byte @Nullable [] value) {
        this.kind = kind;
        this.key = key;
        this.value = value;
    }

    /// Where it comes from.
    enum Kind {
        RULE(1),
        CELLS(2);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        private static Kind ofCode(byte code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("No kind has code " + code);
        }
    }

    Kind kind() {
        return kind;
    }

    @Nullable String key() {
        return key;
    }

    byte @Nullable [] value() {
        return value;
    }

    /// What cells or a time say, read once; null if there is no value.
    @Nullable AlertInput input() {
        if (input == null) {
            input = INPUTS.deserialize("", value);
        }
        return input;
    }

    byte[] toBytes() {
        byte[] keyBytes = key == null ? new byte[0] : key.getBytes(UTF_8);
        ByteBuffer out =
                ByteBuffer.allocate(6 + keyBytes.length + (value == null ? 0 : value.length))
                        .put(kind.code)
                        .putInt(key == null ? -1 : keyBytes.length)
                        .put(keyBytes)
                        .put((byte) (value == null ? 0 : 1));
        if (value != null) {
            out.put(value);
        }
        return out.array();
    }

    static Entry fromBytes(ByteBuffer in) {
        Kind kind = Kind.ofCode(in.get());
        int length = in.getInt();
        String key = length < 0 ? null : new String(bytes(in, length), UTF_8);
        return new Entry(kind, key, in.get() == 0 ? null : bytes(in, in.remaining()));
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
