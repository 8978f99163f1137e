package dev.faultline.benchmarks.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmarks.lines.Line;
import dev.faultline.benchmarks.lines.LineReader;
import dev.faultline.grouping.Grouping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExampleFileIT {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path FILE = Path.of("../examples/errors.ndjson");

    @Test
    void everyLineIsAnEntry() throws IOException {
        var parser = new EntryParser(UUID.randomUUID(), 256 << 10);
        try (var in = Files.newInputStream(FILE)) {
            var lines = new LineReader(in, 256 << 10);
            for (Line line = lines.next(); line != null; line = lines.next()) {
                assertThat(parser.parse(line)).isInstanceOf(Parsed.Entry.class);
            }
        }
    }

    @Test
    void holdsTwentyFaults() throws IOException {
        try (var lines = Files.lines(FILE)) {
            assertThat(lines.map(MAPPER::readTree).map(ExampleFileIT::fingerprint).distinct())
                    .hasSize(20);
        }
    }

    private static Object fingerprint(JsonNode event) {
        return Grouping.fingerprint(
                event.path("message").stringValue(),
                event.path("stack_trace").stringValue(null),
                event.path("source").stringValue());
    }
}
