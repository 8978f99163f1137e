package dev.faultline.alert.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.UUID;

/// Reads what [ByteWriter] has written.
final class ByteReader {

    private final ByteBuffer bytes;

    /// @throws IllegalArgumentException if the bytes begin with another version
    ByteReader(byte[] bytes, int version) {
        this.bytes = ByteBuffer.wrap(bytes);
        int found = size();
        if (found != version) {
            throw new IllegalArgumentException(
                    "State of version %d can't be read, only %d".formatted(found, version));
        }
    }

    int size() {
        return Math.toIntExact(unsigned());
    }

    /// A number that is not negative.
    long count() {
        return unsigned();
    }

    long number() {
        long zigzag = unsigned();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    String text() {
        byte[] utf8 = new byte[size()];
        bytes.get(utf8);
        return new String(utf8, UTF_8);
    }

    UUID id() {
        return new UUID(number(), number());
    }

    private long unsigned() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
