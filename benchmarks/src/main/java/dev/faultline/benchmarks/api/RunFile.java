package dev.faultline.benchmarks.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a running instance tells of itself in its data folder.
 *
 * @param pid id of its process
 * @param kafka bootstrap address of its Kafka, null if it does not say
 * @param postgres address of its PostgreSQL in the form of <code>DATABASE_URL</code>, null if it
 *     does not say
 */
public record RunFile(long pid, @Nullable String kafka, @Nullable String postgres) {

    /** Reads <code>run.json</code>; nothing while there is none, or no whole one. */
    public static Optional<RunFile> in(Path data) {
        Path file = data.resolve("run.json");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = new JsonMapper().readTree(file);
            return Optional.of(
                    new RunFile(
                            json.path("pid").longValue(0),
                            json.path("kafka").stringValue(null),
                            json.path("postgres").stringValue(null)));
        } catch (JacksonException halfWritten) {
            return Optional.empty();
        }
    }
}
