package dev.faultline.grouping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The first version: the message without what varies, the shape of the stack trace, and the
/// source.
///
/// The shape is the trace's lines, each without what varies, but for the first lines up to the
/// first frame: there the runtime repeats the message.
final class GroupingV1 {

    static final int VERSION = 1;

    private static final int MAX_FRAMES = 50;
    private static final Pattern NUMBERED = Pattern.compile("\\d+: .*");
    private static final Pattern FILE_AND_LINE = Pattern.compile("[^\\s:]+\\.\\w+:\\d+.*");

    private GroupingV1() {}

    static Fingerprint fingerprint(String message, @Nullable String stackTrace, String source) {
        MessageDigest digest = sha256();
        update(digest, source);
        update(digest, MessageTemplate.of(message));
        if (stackTrace != null) {
            stackTrace
                    .lines()
                    .map(String::strip)
                    .filter(GroupingV1::isFrame)
                    .limit(MAX_FRAMES)
                    .map(MessageTemplate::of)
                    .forEach(frame -> update(digest, frame));
        }
        return new Fingerprint(VERSION, HexFormat.of().formatHex(digest.digest(), 0, 16));
    }

    /// Frames as Java, JavaScript, C#, Rust and PHP (`at`, `#0`, `0:`), Python (`File "`), Ruby
    /// (`from`) and Go (a path with a line) print them.
    private static boolean isFrame(String line) {
        return line.startsWith("at ")
                || line.startsWith("File \"")
                || line.startsWith("from ")
                || line.startsWith("#")
                || NUMBERED.matcher(line).matches()
                || FILE_AND_LINE.matcher(line).matches();
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
