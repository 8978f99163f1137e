package dev.faultline.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Programs shipped in jars, unpacked once per user and machine: in {@code
 * $XDG_CACHE_HOME/faultline} or {@code ~/.cache/faultline}, or below the data directory where there
 * is no home that can be written to.
 */
final class BinaryCache {

    private static final Object ONE_AT_A_TIME = new Object();

    private final Path directory;

    BinaryCache(Path dataDirectory) throws IOException {
        this.directory = firstUsable(dataDirectory);
    }

    /** Fills an empty directory from the resource's bytes. */
    interface Unpacker {
        void unpack(InputStream bytes, Path directory) throws IOException;
    }

    /**
     * @return the directory that holds the unpacked resource; its name changes with the content
     */
    Path unpacked(String resource, Unpacker unpacker) throws IOException {
        var url = BinaryCache.class.getResource("/" + resource);
        if (url == null) {
            throw new EmbeddedServerException(
                    "This system has no embedded server: %s is not among the shipped programs, so point Faultline to an external server."
                            .formatted(resource));
        }
        var target = directory.resolve(nameOf(resource, url));
        synchronized (ONE_AT_A_TIME) {
            try (var channel =
                            FileChannel.open(
                                    directory.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (!Files.exists(target)) {
                    unpack(url, target, unpacker);
                }
            }
        }
        return target;
    }

    private void unpack(URL url, Path target, Unpacker unpacker) throws IOException {
        var unfinished = directory.resolve("unfinished");
        Directories.deleteRecursively(unfinished);
        Files.createDirectory(unfinished);
        try (var bytes = url.openStream()) {
            unpacker.unpack(bytes, unfinished);
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String nameOf(String resource, URL url) throws IOException {
        if (url.openConnection() instanceof JarURLConnection jar) {
            return resource + "-" + Long.toHexString(jar.getJarEntry().getCrc());
        }
        throw new IOException(url + " is not in a jar");
    }

    private static Path firstUsable(Path dataDirectory) throws IOException {
        var home = home();
        if (home != null) {
            try {
                var cache = Files.createDirectories(home.resolve("faultline"));
                if (Files.isWritable(cache)) {
                    return cache;
                }
            } catch (IOException e) {
                // A home that is read-only, as in many containers: the data directory serves.
            }
        }
        return Files.createDirectories(dataDirectory.resolve("cache"));
    }

    private static @Nullable Path home() {
        var cache = System.getenv("XDG_CACHE_HOME");
        if (cache != null && Path.of(cache).isAbsolute()) {
            return Path.of(cache);
        }
        var home = Path.of(System.getProperty("user.home", ""));
        return home.isAbsolute() && Files.isDirectory(home) ? home.resolve(".cache") : null;
    }
}
