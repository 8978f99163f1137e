package dev.faultline.benchmarks.bench;

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
 */
record RunFile(long pid, @Nullable String kafka) {

    /** Reads <code>run.json</code>; nothing while there is none, or no whole one. */
    static Optional<RunFile> in(Path data) {
        Path file = data.resolve("run.json");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = new JsonMapper().readTree(file);
            return Optional.of(
                    new RunFile(
                            json.path("pid").longValue(0), json.path("kafka").stringValue(null)));
        } catch (JacksonException halfWritten) {
            return Optional.empty();
        }
    }
}
