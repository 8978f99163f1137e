package dev.faultline.embedded.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Constants;

/** Remembers from what the classes beside it were generated. */
final class Stamp {

    /** Counted up when the generator's settings change. */
    private static final String GENERATOR_VERSION = "1";

    private final Path file;
    private final String hash;

    Stamp(Path file, Path migrations, String... arguments) throws IOException {
        this.file = file;
        this.hash = hash(migrations, List.of(arguments));
    }

    boolean isCurrent() throws IOException {
        return Files.exists(file) && Files.readString(file).equals(hash);
    }

    void write() throws IOException {
        Files.writeString(file, hash);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static String hash(Path migrations, List<String> arguments) throws IOException {
        var digest = sha256();
        update(digest, GENERATOR_VERSION + " " + Constants.FULL_VERSION + " " + arguments);
        try (var files = Files.walk(migrations)) {
            for (var migration : files.filter(Files::isRegularFile).sorted().toList()) {
                update(digest, migrations.relativize(migration) + " " + Files.size(migration));
                digest.update(Files.readAllBytes(migration));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
