package dev.faultline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySecretTest {

    private final Random random = new Random(1);

    @ParameterizedTest
    @CsvSource({"READ, sk_live_", "WRITE, sk_live_", "ADMIN, sk_live_", "INGEST, pk_live_"})
    void begins(Permission permission, String prefix) {
        String secret = KeySecret.ofKey(Set.of(permission), random);

        assertThat(secret).startsWith(prefix).matches("[ps]k_live_[0-9A-Za-z]{33}");
        assertThat(KeySecret.isKey(secret)).isTrue();
        assertThat(KeySecret.isInvitation(secret)).isFalse();
    }

    @Test
    void isNeverTheSame() {
        assertThat(
                        IntStream.range(0, 1_000)
                                .mapToObj(_ -> KeySecret.ofInvitation(random))
                                .distinct())
                .hasSize(1_000)
                .allMatch(KeySecret::isInvitation)
                .noneMatch(KeySecret::isKey);
    }

    @Test
    void isTornByEveryMistakeInOneCharacter() {
        String secret = KeySecret.ofKey(Set.of(Permission.READ), random);
        for (int i = 0; i < secret.length(); i++) {
            for (char other : List.of('a', 'Z', '0', '_')) {
                String torn = secret.substring(0, i) + other + secret.substring(i + 1);

                assertThat(KeySecret.isKey(torn)).as(torn).isEqualTo(torn.equals(secret));
            }
        }
        assertThat(KeySecret.isKey(secret + "0")).isFalse();
        assertThat(KeySecret.isKey(secret.substring(1))).isFalse();
        assertThat(KeySecret.isKey("")).isFalse();
    }

    /// The first 27 characters and their CRC-32 were computed with zlib, not with this code.
    @Test
    void hasTheChecksumThatOthersCompute() {
        assertThat(KeySecret.isKey("sk_live_ABCDEFGHIJKLMNOPQRSTUVWXYZa2ItpFE")).isTrue();
    }

    @Test
    void isShownByItsEnds() {
        assertThat(KeySecret.preview("sk_live_ABCDEFGHIJKLMNOPQRSTUVWXYZa007890"))
                .isEqualTo("sk_****7890");
    }
}
