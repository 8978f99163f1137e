package dev.faultline.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes of a secret what may be stored of it: HMAC-SHA-256 under a pepper that is stored
/// elsewhere. Thread-safe.
public final class KeyHasher {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> peppers;

    /// @param pepper the one in force
    /// @param previous the one before, if secrets made with it are still valid; empty: none
    public KeyHasher(String pepper, String previous) {
        this.peppers =
                Stream.of(pepper, previous)
                        .filter(text -> !text.isEmpty())
                        .map(text -> new SecretKeySpec(text.getBytes(UTF_8), ALGORITHM))
                        .toList();
    }

    /// In hex, under the pepper in force.
    public String hash(String secret) {
        return hash(peppers.getFirst(), secret);
    }

    /// In hex, under each pepper, the one in force first.
    public Stream<String> hashes(String secret) {
        return peppers.stream().map(pepper -> hash(pepper, secret));
    }

    private static String hash(SecretKeySpec pepper, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
