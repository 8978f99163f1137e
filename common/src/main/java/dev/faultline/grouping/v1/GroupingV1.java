package dev.faultline.grouping.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.grouping.Fingerprint;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first version: with a usable stack trace the root cause's type, its status and error codes
/// and the names of the first application functions, see [StackShape]; without one the message
/// without what varies, see [MessageTemplate]. Always the source.
///
/// Whoever throws tells more than what was said: messages hold values, and lines, paths and
/// framework frames change with every deployment.
public final class GroupingV1 {

    public static final int VERSION = 1;

    private GroupingV1() {}

    public static Fingerprint fingerprint(
            String message, @Nullable String stackTrace, String source) {
        MessageDigest digest = sha256();
        update(digest, source);
        List<String> shape = stackTrace == null ? List.of() : StackShape.of(message, stackTrace);
        if (shape.isEmpty()) {
            update(digest, MessageTemplate.of(message));
        } else {
            shape.forEach(part -> update(digest, part));
        }
        return new Fingerprint(VERSION, HexFormat.of().formatHex(digest.digest(), 0, 16));
    }

    private static void update(MessageDigest digest, String part) {
        digest.update(part.getBytes(UTF_8));
        // No part holds a NUL, so ("a", "bc") and ("ab", "c") differ.
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
