package dev.faultline.alerting.secrets;

import dev.faultline.startup.StartupException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// A master key in a file that only its owner can read.
final class MasterKeyFile {

    private final Path file;
    private final SecureRandom random;

    MasterKeyFile(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    /// Reads the key; makes one if there is no file.
    ///
    /// @throws StartupException if the file can't be read or written, or holds something else
    MasterKey readOrMake() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return MasterKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new StartupException(
                    "The master key in %s can't be read or made (%s): make the file readable, or set FAULTLINE_MASTER_KEY."
                            .formatted(file, e),
                    e);
        } catch (IllegalArgumentException e) {
            throw new StartupException(
                    "%s must hold 32 random bytes in base64, but %s: restore it from a backup."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private void make() throws IOException {
        byte[] key = new byte[MasterKey.BYTES];
        random.nextBytes(key);
        try {
            Files.createFile(file, ownerOnly());
        } catch (FileAlreadyExistsException e) {
            // Another process was faster; the key is the one it wrote.
            return;
        }
        Files.writeString(
                file, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.WRITE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
