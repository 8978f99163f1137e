package dev.faultline.alerting.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.faultline.event.ProjectId;
import dev.faultline.startup.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SecretPlace PLACE = place("default", "email", "password");
    private static final Secret SECRET = new Secret("hush, größe");

    private final MasterKey first = key(1);
    private final MasterKey second = key(2);

    private static MasterKey key(int seed) {
        byte[] bytes = new byte[MasterKey.BYTES];
        bytes[0] = (byte) seed;
        return MasterKey.of(bytes);
    }

    private static SecretPlace place(String project, String integration, String field) {
        return new SecretPlace(new ProjectId(project), integration, field);
    }

    private static SecretBox box(MasterKey... keys) {
        return new SecretBox(List.of(keys), RANDOM);
    }

    @Test
    void opensWhatItSealed() {
        String sealed = box(first).seal(SECRET, PLACE);

        assertThat(box(first).open(sealed, PLACE)).contains(SECRET);
        assertThat(sealed).startsWith("v1:" + first.id() + ":").doesNotContain("hush");
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        SecretBox box = box(first);

        assertThat(IntStream.range(0, 100).mapToObj(_ -> box.seal(SECRET, PLACE)))
                .doesNotHaveDuplicates();
    }

    @Test
    void opensNowhereElse() {
        String sealed = box(first).seal(SECRET, PLACE);

        assertThat(
                        List.of(
                                place("other", "email", "password"),
                                place("default", "sms", "password"),
                                place("default", "email", "username")))
                .allSatisfy(other -> assertThat(box(first).open(sealed, other)).isEmpty());
    }

    @Test
    void noticesEveryChange() {
        String sealed = box(first).seal(SECRET, PLACE);
        String[] parts = sealed.split(":", 3);
        byte[] bytes = Base64.getDecoder().decode(parts[2]);

        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            String forged =
                    "v1:%s:%s".formatted(parts[1], Base64.getEncoder().encodeToString(changed));
            assertThat(box(first).open(forged, PLACE)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v1", "v1:x", "v1:x:y", "v2:00000000:AAAA", "v1:%s:AAAA", "v1:%s:?"})
    void opensNothingElse(String sealed) {
        assertThat(box(first).open(sealed.formatted(first.id()), PLACE)).isEmpty();
    }

    @Test
    void opensWhatAnEarlierKeySealed() {
        String sealed = box(first).seal(SECRET, PLACE);
        SecretBox rotated = box(second, first);

        assertThat(rotated.open(sealed, PLACE)).contains(SECRET);
        assertThat(rotated.isOutdated(sealed)).isTrue();
        assertThat(rotated.isOutdated(rotated.seal(SECRET, PLACE))).isFalse();
        assertThat(box(second).open(sealed, PLACE)).isEmpty();
    }

    @Test
    void sealsNothingWithoutAKey() {
        assertThat(box().canSeal()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> box().seal(SECRET, PLACE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret?", "c2VjcmV0", "AAAA"})
    void refusesAnotherFormOfKeyWithoutShowingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MasterKeySettings(text, "", List.of()))
                .withMessageStartingWith("FAULTLINE_MASTER_KEY must be 32 random bytes in base64")
                .withMessageNotContaining(text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MasterKeySettings("", "", List.of(text)))
                .withMessageStartingWith("FAULTLINE_PREVIOUS_MASTER_KEYS must be");
    }

    @Test
    void showsNoSecret() {
        String key = Base64.getEncoder().encodeToString(new byte[MasterKey.BYTES]);

        assertThat(new MasterKeySettings(key, "", List.of(key)).toString()).doesNotContain(key);
        assertThat(SECRET.toString()).doesNotContain("hush");
        assertThat(first.toString()).isEqualTo("MasterKey[%s]".formatted(first.id()));
    }

    @Test
    void makesAKeyFileForItsOwnerOnly(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("master.key");
        MasterKeySettings settings = new MasterKeySettings("", file.toString(), List.of());

        List<MasterKey> made = SecretsConfiguration.keys(settings, false, RANDOM);

        assertThat(SecretsConfiguration.keys(settings, false, RANDOM)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesABrokenKeyFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("master.key"), "broken");

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() ->
                        SecretsConfiguration.keys(
                                new MasterKeySettings("", file.toString(), List.of()),
                                true,
                                RANDOM))
                .withMessageContaining("master.key must hold 32 random bytes");
    }

    @Test
    void hasAWellKnownKeyInDevelopmentAndNoneInProduction() {
        MasterKeySettings none = new MasterKeySettings("", "", List.of());

        assertThat(SecretsConfiguration.keys(none, true, RANDOM)).hasSize(1);
        assertThat(SecretsConfiguration.keys(none, false, RANDOM)).isEmpty();
    }

    @Test
    void refusesTheWellKnownKeyInProduction() {
        String known = Base64.getEncoder().encodeToString(new byte[MasterKey.BYTES]);

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() ->
                        SecretsConfiguration.keys(
                                new MasterKeySettings(known, "", List.of()), false, RANDOM))
                .withMessageStartingWith("FAULTLINE_MASTER_KEY is the key of development");
    }
}
