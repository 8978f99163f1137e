package dev.faultline.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL ({@code initdb}, {@code pg_ctl}, {@code postgres}), unpacked.
 *
 * @param home the directory above {@code bin}
 */
record PostgresPrograms(Path home) {

    private static final int OWNER_EXECUTES = 0100;

    static PostgresPrograms unpacked(BinaryCache cache) throws IOException {
        return new PostgresPrograms(cache.unpacked(archive(), PostgresPrograms::unpack));
    }

    /**
     * The command line of one program. PostgreSQL refuses to run as root: then it gets a user
     * namespace, where root is nobody.
     */
    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name", "").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /**
     * As the jars of the binaries name them; for a system without one, a name that is not found.
     */
    private static String archive() {
        var name = System.getProperty("os.name", "");
        var system = name.startsWith("Mac") ? "darwin" : name.toLowerCase(Locale.ROOT);
        var architecture = System.getProperty("os.arch", "");
        var machine =
                switch (architecture) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> architecture;
                };
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private static void unpack(InputStream bytes, Path directory) throws IOException {
        try (var archive =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bytes)))) {
            for (TarArchiveEntry entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                var target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("The archive leaves its directory: " + entry.getName());
                }
                write(archive, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target);
        if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
