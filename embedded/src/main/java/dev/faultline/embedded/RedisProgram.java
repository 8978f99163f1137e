package dev.faultline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.error.OsArchitectureNotFound;
import redis.embedded.model.OsArchitecture;

/**
 * Finds a {@code redis-server} that runs here: the shipped one, which needs OpenSSL 3 on Linux,
 * else one on the PATH.
 */
final class RedisProgram {

    private static final Duration VERSION_TIMEOUT = Duration.ofSeconds(10);
    private static final String ON_THE_PATH = "redis-server";

    private RedisProgram() {}

    static String find(BinaryCache cache, ServerLog log) throws IOException, InterruptedException {
        var shipped = shipped(cache);
        if (runs(shipped, log)) {
            return shipped;
        }
        if (runs(ON_THE_PATH, log)) {
            return ON_THE_PATH;
        }
        throw new EmbeddedRedisUnavailableException(
                "No Redis program runs here (%s): install redis-server or OpenSSL 3, or set REDIS_URL."
                        .formatted(log.reason()));
    }

    private static String shipped(BinaryCache cache) throws IOException {
        try {
            var resource =
                    ExecutableProvider.newProvidedVersionsMap()
                            .get(OsArchitecture.detectOSandArchitecture());
            if (resource == null) {
                return ON_THE_PATH;
            }
            var name = resource.replaceFirst("^/", "");
            return cache.unpacked(
                            name,
                            (bytes, directory) -> {
                                var program = directory.resolve(name);
                                Files.copy(bytes, program);
                                Files.setPosixFilePermissions(
                                        program, PosixFilePermissions.fromString("rwxr-xr-x"));
                            })
                    .resolve(name)
                    .toString();
        } catch (OsArchitectureNotFound e) {
            return ON_THE_PATH;
        }
    }

    private static boolean runs(String program, ServerLog log) throws InterruptedException {
        try {
            return Command.run(List.of(program, "--version"), log, VERSION_TIMEOUT) == 0;
        } catch (IOException e) {
            // No such program, or one for another machine.
            return false;
        }
    }
}
