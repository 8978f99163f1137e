package dev.faultline.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventJson;
import dev.faultline.event.EventLimits;
import dev.faultline.event.EventReading;
import dev.faultline.json.Json;
import dev.faultline.topic.DeadLetterHeaders;
import dev.faultline.topic.RawHeaders;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds docs/topics.md to the catalogue.
class DocsTopicsTest {

    private static final String PAGE = DocsPages.read("docs/topics.md");
    private static final TopicCatalog TOPICS =
            new TopicCatalog(new TopicSettings("faultline.", 4, (short) 1));

    private static Map<String, List<String>> rows() {
        return DocsPages.rows(PAGE)
                .filter(cells -> cells.getFirst().startsWith("[`faultline."))
                .collect(
                        Collectors.toMap(
                                cells -> DocsPages.code(cells.getFirst()).getFirst(),
                                Function.identity()));
    }

    static Stream<Topic<?, ?>> topics() {
        return TOPICS.all().stream();
    }

    static Stream<Topic<?, ?>> topicsOfJson() {
        return Stream.of(
                TOPICS.commands(),
                TOPICS.groups(),
                TOPICS.counts(),
                TOPICS.occurrences(),
                TOPICS.duplicates(),
                TOPICS.heartbeats(),
                TOPICS.alertTransitions());
    }

    @Test
    void namesEveryTopicAndNoOther() {
        assertThat(rows().keySet())
                .containsExactlyInAnyOrderElementsOf(topics().map(Topic::name).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void tellsTimeCleanupAndRetention(Topic<?, ?> topic) {
        List<String> row = Objects.requireNonNull(rows().get(topic.name()));
        boolean appendTime = "LogAppendTime".equals(topic.config().get("message.timestamp.type"));

        assertThat(row.get(3).equals("broker's")).isEqualTo(appendTime);
        assertThat(row.get(4)).isEqualTo(topic.config().get("cleanup.policy"));
        String retention = topic.config().get("retention.ms");
        if (retention != null) {
            assertThat(row.get(5))
                    .isEqualTo(Duration.ofMillis(Long.parseLong(retention)).toDays() + " d");
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void describesEachTopicInASectionOfItsOwn(Topic<?, ?> topic) {
        assertThat(DocsPages.section(PAGE, topic.name())).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("topicsOfJson")
    void showsRecordsAsTheyAreWritten(Topic<?, ?> topic) {
        String example = DocsPages.json(DocsPages.section(PAGE, topic.name()));

        assertThat(Json.mapper().readTree(rewritten(topic, example)))
                .isEqualTo(Json.mapper().readTree(example));
    }

    private static <V> byte[] rewritten(Topic<?, V> topic, String example) {
        V value = topic.valueSerde().deserializer().deserialize(topic.name(), bytes(example));
        return topic.valueSerde().serializer().serialize(topic.name(), value);
    }

    @Test
    void showsAnEventWithEveryField() {
        String example = DocsPages.json(DocsPages.section(PAGE, TOPICS.raw().name()));

        assertThat(EventJson.readRecord(bytes(example)))
                .isInstanceOfSatisfying(
                        EventReading.Accepted.class,
                        accepted ->
                                assertThat(accepted.event())
                                        .hasNoNullFieldsOrProperties()
                                        .extracting(ErrorEvent::source)
                                        .isEqualTo("checkout"));
        assertThat(Json.mapper().readTree(example).propertyNames())
                // All but `scrubbed`, which is not for publishers to say.
                .hasSize(ErrorEvent.class.getRecordComponents().length - 1);
    }

    @Test
    void tellsTheLimits() {
        Map<String, Integer> limits =
                Map.of(
                        "message", EventLimits.MESSAGE,
                        "stack_trace", EventLimits.STACK_TRACE,
                        "context", EventLimits.CONTEXT_KEYS,
                        "source", EventLimits.LABEL,
                        "environment", EventLimits.LABEL,
                        "url", EventLimits.ATTRIBUTE);
        Map<String, String> told =
                DocsPages.rows(DocsPages.section(PAGE, TOPICS.raw().name()))
                        .filter(cells -> cells.getFirst().startsWith("`"))
                        .collect(
                                Collectors.toMap(
                                        cells -> DocsPages.code(cells.getFirst()).getFirst(),
                                        cells -> cells.get(1),
                                        (first, _) -> first));

        limits.forEach((field, limit) ->
                assertThat(told.get(field)).as(field).containsPattern("\\b" + limit + "\\b"));
    }

    @Test
    void namesTheHeaders() {
        assertThat(DocsPages.code(DocsPages.section(PAGE, TOPICS.deadLetter().name())))
                .contains(
                        DeadLetterHeaders.REASON,
                        DeadLetterHeaders.LANE,
                        DeadLetterHeaders.OFFSET,
                        DeadLetterHeaders.PROJECT,
                        DeadLetterHeaders.EVENT_ID,
                        DeadLetterHeaders.SIZE);
        assertThat(DocsPages.section(PAGE, TOPICS.raw().name()))
                .contains("| `" + RawHeaders.PROJECT + "`:")
                .contains(
                        "| `%s`: `%s`"
                                .formatted(RawHeaders.SCHEMA_VERSION, RawHeaders.CURRENT_SCHEMA));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
