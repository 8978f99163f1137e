package dev.faultline.alerting.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// Seals secrets with AES-256-GCM, a random nonce of 96 bits for each, bound to their place.
/// Thread-safe.
///
/// A sealed secret is `v1:KEY:BASE64`: the id of its key, and nonce, ciphertext and tag. The first
/// key seals, all of them open.
public final class SecretBox {

    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<MasterKey> keys;
    private final SecureRandom random;

    /// @param keys the current one, then those before it; none if this installation has no key
    SecretBox(List<MasterKey> keys, SecureRandom random) {
        this.keys = List.copyOf(keys);
        this.random = random;
    }

    /// Whether there is a key to seal with.
    public boolean canSeal() {
        return !keys.isEmpty();
    }

    /// @throws IllegalStateException if there is no key
    public String seal(Secret secret, SecretPlace place) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("Secrets can't be sealed without a master key");
        }
        MasterKey current = keys.getFirst();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, current, nonce, place)
                            .doFinal(secret.value().getBytes(UTF_8));
            byte[] both =
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array();
            return String.join(
                    ":", VERSION, current.id(), Base64.getEncoder().encodeToString(both));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /// @return empty if its key is not known here, or it was sealed for another place or changed
    public Optional<Secret> open(String sealed, SecretPlace place) {
        String[] parts = sealed.split(":", 3);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        return keys.stream()
                .filter(key -> key.id().equals(parts[1]))
                .findFirst()
                .flatMap(key -> open(parts[2], key, place));
    }

    private static Optional<Secret> open(String base64, MasterKey key, SecretPlace place) {
        try {
            byte[] both = Base64.getDecoder().decode(base64);
            if (both.length < NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                            .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return Optional.of(new Secret(new String(plain, UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether it was sealed with an earlier key, and should be sealed anew.
    public boolean isOutdated(String sealed) {
        return canSeal() && !sealed.startsWith("%s:%s:".formatted(VERSION, keys.getFirst().id()));
    }

    private static Cipher cipher(int mode, MasterKey key, byte[] nonce, SecretPlace place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.associatedData());
        return cipher;
    }
}
