package dev.faultline.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Applies an [AddressPolicy].
final class AddressScrubber {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String HASH_PREFIX = "ip-";
    private static final int HASH_BYTES = 8;
    private static final int HASH_LENGTH = HASH_PREFIX.length() + 2 * HASH_BYTES;

    private final AddressPolicy policy;
    private final SecretKeySpec key;

    AddressScrubber(AddressPolicy policy, byte[] key) {
        this.policy = policy;
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    @Nullable String scrub(String address) {
        return switch (policy) {
            case KEEP -> address;
            case TRUNCATE -> truncated(address.strip());
            case HASH -> isHash(address) ? address : hash(address.strip());
            case DROP -> null;
        };
    }

    static boolean isAddress(String text) {
        return truncated(text) != null;
    }

    private static @Nullable String truncated(String address) {
        if (address.indexOf(':') < 0) {
            return Ipv4Scanner.end(address, 0, address.length()) == address.length()
                    ? address.substring(0, address.lastIndexOf('.')) + ".0"
                    : null;
        }
        return Ipv6Network.of(address);
    }

    private static boolean isHash(String address) {
        return address.length() == HASH_LENGTH
                && address.startsWith(HASH_PREFIX)
                && address.chars().skip(HASH_PREFIX.length()).allMatch(c -> Chars.isHex((char) c));
    }

    private String hash(String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(address.getBytes(UTF_8));
            return HASH_PREFIX + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
