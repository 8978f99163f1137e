package dev.faultline.standalone;

import dev.faultline.embedded.EmbeddedKafka;
import dev.faultline.embedded.EmbeddedPostgresServer;
import dev.faultline.embedded.EmbeddedRedis;
import dev.faultline.embedded.EmbeddedServers;
import dev.faultline.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// `run.json` in the data directory tells tools where this run's servers are.
///
/// @param kafka `host:port` of the embedded broker; null if it is an external one, as are the
///   others
record RunFile(
        long pid,
        int port,
        @Nullable String kafka,
        @Nullable String postgres,
        @Nullable String redis) {

    static void write(StandaloneSettings settings, EmbeddedServers servers) {
        RunFile run =
                new RunFile(
                        ProcessHandle.current().pid(),
                        settings.port(),
                        servers.kafka().map(EmbeddedKafka::bootstrapServers).orElse(null),
                        servers.postgres().map(EmbeddedPostgresServer::url).orElse(null),
                        servers.redis().map(EmbeddedRedis::url).orElse(null));
        Path file = settings.dataDirectory().resolve("run.json");
        try {
            Files.write(file, Json.mapper().writeValueAsBytes(run));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file, e);
        }
    }
}
