package dev.faultline.query.events;

import org.jspecify.annotations.Nullable;

/// Searches bytes for bytes.
final class Bytes {

    private Bytes() {}

    static boolean contains(byte @Nullable [] bytes, byte[] wanted) {
        if (bytes == null) {
            return false;
        }
        int last = bytes.length - wanted.length;
        for (int i = 0; i <= last; i++) {
            if (bytes[i] == wanted[0] && matches(bytes, i, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, int from, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (bytes[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
