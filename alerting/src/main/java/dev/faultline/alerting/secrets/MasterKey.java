package dev.faultline.alerting.secrets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// A key of 256 bits that secrets are sealed with.
///
/// @param id tells it from others, and nothing about it
record MasterKey(String id, SecretKey key) {

    static final int BYTES = 32;

    private static final int ID_CHARACTERS = 8;

    /// @param base64 of 32 bytes
    /// @throws IllegalArgumentException without the text, if it is something else
    static MasterKey parse(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // Its message shows a part of the key.
            throw new IllegalArgumentException("it is no base64");
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "it has %d bytes instead of %d".formatted(bytes.length, BYTES));
        }
        return of(bytes);
    }

    static MasterKey of(byte[] bytes) {
        return new MasterKey(id(bytes), new SecretKeySpec(bytes, "AES"));
    }

    private static String id(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(bytes)).substring(0, ID_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
