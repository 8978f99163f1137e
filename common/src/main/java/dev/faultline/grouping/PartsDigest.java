package dev.faultline.grouping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Makes a fingerprint of the parts of a key: the beginning of a SHA-256 of their kinds and values,
/// each with its length before it, so that no part can be mistaken for two.
final class PartsDigest {

    private static final int BYTES = 16;

    private PartsDigest() {}

    static Fingerprint of(int version, List<KeyPart> parts) {
        MessageDigest digest = sha256();
        digest.update((byte) version);
        for (KeyPart part : parts) {
            byte[] value = part.value().getBytes(UTF_8);
            digest.update((byte) part.kind().code());
            digest.update((byte) (value.length >>> 24));
            digest.update((byte) (value.length >>> 16));
            digest.update((byte) (value.length >>> 8));
            digest.update((byte) value.length);
            digest.update(value);
        }
        return new Fingerprint(version, HexFormat.of().formatHex(digest.digest(), 0, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
