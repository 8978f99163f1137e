package dev.faultline.alert.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.UUID;

/// Writes what [ByteReader] reads: numbers in as few bytes as they need.
final class ByteWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

    /// A number that is not negative.
    void size(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /// Any number; small ones of either sign are short.
    void number(long number) {
        size((number << 1) ^ (number >> 63));
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        size(utf8.length);
        bytes.writeBytes(utf8);
    }

    void id(UUID id) {
        number(id.getMostSignificantBits());
        number(id.getLeastSignificantBits());
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
