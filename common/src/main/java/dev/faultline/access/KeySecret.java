package dev.faultline.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// How the secrets look that Faultline makes: a prefix, 27 random letters and digits (160 bits),
/// and a checksum of 6. So a scanner finds them in what should not contain them, and what is none
/// is told without a look-up. After [GitHub's
/// tokens](https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/).
public final class KeySecret {

    private static final String SERVER = "sk_live_";
    private static final String PAGE = "pk_live_";
    private static final String INVITATION = "it_live_";

    private static final String BASE_62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 27;
    private static final int CHECKSUM_LENGTH = 6;

    private KeySecret() {}

    /// A new key. One that may but hand in events begins with `pk`: it is made for pages, which
    /// show it to everybody.
    ///
    /// @param random one that nobody can predict
    public static String ofKey(Collection<Permission> permissions, RandomGenerator random) {
        boolean shown = List.copyOf(permissions).equals(List.of(Permission.INGEST));
        return make(shown ? PAGE : SERVER, random);
    }

    /// A new token for the link of an invitation.
    ///
    /// @param random one that nobody can predict
    public static String ofInvitation(RandomGenerator random) {
        return make(INVITATION, random);
    }

    /// What may be shown of a secret, like `sk_****7890`.
    public static String preview(String secret) {
        return secret.substring(0, secret.indexOf('_') + 1)
                + "****"
                + secret.substring(secret.length() - 4);
    }

    static boolean isKey(String text) {
        return (text.startsWith(SERVER) || text.startsWith(PAGE)) && isWhole(text);
    }

    public static boolean isInvitation(String text) {
        return text.startsWith(INVITATION) && isWhole(text);
    }

    private static boolean isWhole(String text) {
        int body = text.length() - CHECKSUM_LENGTH;
        return body == SERVER.length() + RANDOM_LENGTH
                && text.substring(body).equals(checksum(text.substring(0, body)));
    }

    private static String make(String prefix, RandomGenerator random) {
        String body =
                IntStream.range(0, RANDOM_LENGTH)
                        .mapToObj(_ -> digit(random.nextInt(BASE_62.length())))
                        .collect(Collectors.joining("", prefix, ""));
        return body + checksum(body);
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        long left = crc.getValue();
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            digits.insert(0, digit((int) (left % BASE_62.length())));
            left /= BASE_62.length();
        }
        return digits.toString();
    }

    private static String digit(int value) {
        return String.valueOf(BASE_62.charAt(value));
    }
}
