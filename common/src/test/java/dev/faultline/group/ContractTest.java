package dev.faultline.group;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.count.CountCell;
import dev.faultline.count.CountSpan;
import dev.faultline.count.EventCounts;
import dev.faultline.event.Level;
import dev.faultline.event.Severity;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.json.Json;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The golden files under `contract/`: what stands in the topics must stay readable, and is written
/// just so.
class ContractTest {

    private static final TopicCatalog TOPICS =
            new TopicCatalog(new TopicSettings("faultline.", 4, (short) 1));

    static Stream<Arguments> records() {
        return Stream.of(
                record("group-snapshot.json", TOPICS.groups(), snapshot(List.of(7L, -1L))),
                record("group-snapshot-resolved.json", TOPICS.groups(), resolved()),
                record(
                        "occurrence.json",
                        TOPICS.occurrences(),
                        occurrence(Severity.WARNING, "über", "staging")),
                record(
                        "occurrence-cut.json",
                        TOPICS.occurrences(),
                        Occurrence.cut(
                                Samples.FACT,
                                Samples.EVENT,
                                OccurrenceTest.event("Boom"),
                                Samples.EXPIRES)),
                record(
                        "duplicate.json",
                        TOPICS.duplicates(),
                        new Duplicate(
                                Samples.SHOP,
                                Samples.EVENT,
                                Samples.GROUP,
                                Samples.APPENDED,
                                Samples.POSITION)),
                record(
                        "count-cell.json",
                        TOPICS.counts(),
                        new CountCell(
                                Samples.SHOP,
                                3,
                                CountSpan.QUARTER_HOUR,
                                Instant.parse("2026-03-01T12:15:00Z"),
                                new EventCounts(1, 2, 3, 4, 5, 6))),
                record(
                        "alias.json",
                        TOPICS.aliases(),
                        new Alias(
                                Samples.SHOP,
                                GroupId.of(Samples.SHOP, new Fingerprint(2, "0".repeat(32))),
                                Samples.GROUP,
                                Alias.Kind.MOVED)),
                record(
                        "command-resolve.json",
                        TOPICS.commands(),
                        new GroupCommand.Resolve(Samples.SHOP)),
                record(
                        "command-delete.json",
                        TOPICS.commands(),
                        new GroupCommand.Delete(Samples.SHOP)),
                record(
                        "command-expire.json",
                        TOPICS.commands(),
                        new GroupCommand.Expire(Samples.SHOP, 365)));
    }

    private static <T> Arguments record(String file, Topic<?, T> topic, T value) {
        return Arguments.of(file, topic, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    <T> void writesTheGoldenFile(String file, Topic<?, T> topic, T value) throws IOException {
        byte[] bytes = topic.valueSerde().serializer().serialize(topic.name(), value);

        assertThat(new String(bytes, UTF_8)).isEqualTo(golden(file));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    <T> void readsTheGoldenFile(String file, Topic<?, T> topic, T value) throws IOException {
        assertThat(read(topic, golden(file))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"occurrence-1.json", "occurrence-2.json"})
    void readsOccurrencesOfEarlierVersions(String file) throws IOException {
        assertThat(read(TOPICS.occurrences(), golden(file)))
                .isEqualTo(occurrence(null, null, null));
    }

    @Test
    void rejectsOccurrencesThatWouldStayForEver() throws IOException {
        String golden = golden("occurrence.json").replace("2026-03-31", "2027-03-10");

        assertThatThrownBy(() -> read(TOPICS.occurrences(), golden))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void takesAGroupForOpenedWhenItWasFirstSeenWhereItDoesNotSay() throws IOException {
        assertThat(read(TOPICS.groups(), golden("group-snapshot-1.json")))
                .isEqualTo(snapshot(List.of(7L, -1L)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    <T> void ignoresWhatANewerWriterAdds(String file, Topic<?, T> topic, T value)
            throws IOException {
        String newer =
                golden(file).replaceFirst("\\{", "{\"added\":{\"in\":[\"a newer version\"]},");

        assertThat(read(topic, newer)).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    <T> void rejectsWhatIsNoRecord(String file, Topic<?, T> topic, T value) throws IOException {
        String golden = golden(file);
        for (String json :
                List.of(
                        "",
                        " ",
                        "{",
                        "null",
                        "1",
                        "\"text\"",
                        "[]",
                        "{}",
                        golden.substring(0, golden.length() - 1),
                        golden + "{}",
                        golden.replace("\"shop\"", "null"),
                        golden.replace("\"shop\"", "\"No Project\""),
                        golden.replace("\"shop\"", "[1]"),
                        golden.replace("\"project\"", "\"projekt\""))) {
            assertThatThrownBy(() -> read(topic, json))
                    .as(json)
                    .isInstanceOf(SerializationException.class)
                    .hasMessageStartingWith("A record of " + topic.name() + " is no ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive", "Resolve", "", "dev.faultline.group.GroupCommand$Resolve"})
    void rejectsUnknownCommands(String command) {
        String json = "{\"command\":\"%s\",\"project\":\"shop\"}".formatted(command);

        assertThatThrownBy(() -> read(TOPICS.commands(), json))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void rejectsSnapshotsOfAnUnknownStatusOrSeverity() throws IOException {
        String golden = golden("group-snapshot.json");

        for (String json :
                List.of(
                        golden.replace("\"unresolved\"", "\"archived\""),
                        golden.replace("\"warning\"", "\"WARNING\""))) {
            assertThat(json).isNotEqualTo(golden);
            assertThatThrownBy(() -> read(TOPICS.groups(), json))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void passesTombstones() {
        for (Topic<?, ?> topic : TOPICS.all()) {
            assertThat(topic.valueSerde().serializer().serialize(topic.name(), null)).isNull();
            assertThat(topic.valueSerde().deserializer().deserialize(topic.name(), null)).isNull();
        }
    }

    @Test
    void spellsTheErrorObjectAsTheApiDoes() throws IOException {
        ErrorObject error =
                new ErrorObject(
                        Samples.GROUP,
                        Samples.HAPPENED,
                        Level.ERROR,
                        Severity.FATAL,
                        "Boom",
                        null,
                        null,
                        "shop",
                        "production",
                        null,
                        null,
                        null,
                        Samples.FINGERPRINT.value(),
                        Map.of("card", 1),
                        false,
                        1,
                        Samples.HAPPENED,
                        Samples.HAPPENED,
                        Samples.APPENDED,
                        Samples.APPENDED);

        assertThat(Json.mapper().writeValueAsString(error)).isEqualTo(golden("error-object.json"));
    }

    static GroupSnapshot snapshot(List<Long> positions) {
        return new GroupSnapshot(
                Samples.SHOP,
                Samples.GROUP,
                Samples.FINGERPRINT.value(),
                1,
                1,
                3,
                2,
                GroupStatus.UNRESOLVED,
                false,
                Severity.WARNING,
                "über",
                "staging",
                Samples.HAPPENED,
                Samples.APPENDED,
                Samples.HAPPENED,
                Samples.APPENDED,
                Samples.APPENDED,
                null,
                positions,
                -1);
    }

    private static GroupSnapshot resolved() {
        return new GroupSnapshot(
                Samples.SHOP,
                Samples.GROUP,
                Samples.FINGERPRINT.value(),
                1,
                2,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                GroupStatus.RESOLVED,
                true,
                Severity.FATAL,
                "shop",
                "production",
                Samples.HAPPENED,
                Samples.APPENDED,
                Samples.APPENDED,
                Samples.APPENDED,
                Samples.APPENDED,
                Instant.parse("2026-03-02T00:00:00Z"),
                List.of(Long.MAX_VALUE, 0L, -1L, -1L),
                12);
    }

    private static Occurrence occurrence(
            @Nullable Severity severity, @Nullable String source, @Nullable String environment) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("user", Map.of("id", 7));
        context.put("tags", Arrays.asList("a", null, true, 0.5));
        context.put("none", null);
        return new Occurrence(
                Samples.SHOP,
                Samples.GROUP,
                Samples.EVENT,
                Samples.HAPPENED,
                Samples.APPENDED,
                Samples.POSITION,
                "Bezahlung fehlgeschlagen: \"7 €\" 😀",
                "at a.B.c(B.java:1)\n\tat d.E.f(E.java:2)",
                context,
                "https://example.com/pay?x=1&y=<2>",
                "Mozilla/5.0",
                "192.0.2.1",
                List.of(),
                Map.of(),
                false,
                severity,
                source,
                environment,
                Samples.EXPIRES);
    }

    private static <T> T read(Topic<?, T> topic, String json) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), json.getBytes(UTF_8));
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = ContractTest.class.getResourceAsStream("/contract/" + file)) {
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
