package dev.faultline.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a directory for one owner. The operating system drops the lock when the JVM ends, however
 * it ends, so nothing has to be cleaned up after a {@code kill -9}. The file holds the owner's
 * process id.
 */
final class DirectoryLock implements AutoCloseable {

    /**
     * What this JVM holds. POSIX drops a process's lock on a file as soon as the process closes any
     * of its descriptors of that file, so a second attempt from the same JVM must not even open it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** Far behind the content, so that others can read the process id where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DirectoryLock acquire(Path directory) {
        var file = directory.resolve("faultline.lock");
        if (!HELD.add(file)) {
            throw inUse(directory, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new DirectoryLock(file, open(directory, file));
        } catch (IOException e) {
            HELD.remove(file);
            throw new EmbeddedServerException(
                    "Cannot write to the data directory "
                            + directory
                            + ": choose one that this user may write to.",
                    e);
        } catch (RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel open(Path directory, Path file) throws IOException {
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw inUse(directory, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            (ProcessHandle.current().pid() + "\n")
                                    .getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static DirectoryInUseException inUse(Path directory, String pid) {
        return new DirectoryInUseException(
                "The data directory %s is in use by process %s: stop that process or choose another data directory."
                        .formatted(directory, pid));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "Cannot release the lock " + file + ": end this process to release it.", e);
        } finally {
            HELD.remove(file);
        }
    }
}
