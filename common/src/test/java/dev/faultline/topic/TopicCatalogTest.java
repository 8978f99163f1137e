package dev.faultline.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopicCatalogTest {

    private static final TopicCatalog CATALOG =
            new TopicCatalog(new TopicSettings("acme.", 12, (short) 3));
    private static final Map<String, String> ALL =
            Map.of(
                    "segment.bytes",
                    "67108864",
                    "max.message.bytes",
                    "2097152",
                    "min.insync.replicas",
                    "2");

    static Stream<Arguments> topics() {
        return Stream.of(
                Arguments.of(CATALOG.raw(), "errors.raw", appended(deleted(7))),
                Arguments.of(CATALOG.rekeyed(), "errors.rekeyed", deleted(1)),
                Arguments.of(CATALOG.facts(), "errors.facts", deleted(1)),
                Arguments.of(CATALOG.commands(), "errors.commands", appended(deleted(30))),
                Arguments.of(CATALOG.groups(), "errors.groups", compacted()),
                Arguments.of(CATALOG.counts(), "errors.counts", compactedAndDeleted(400)),
                Arguments.of(CATALOG.aliases(), "errors.aliases", compacted()),
                Arguments.of(CATALOG.occurrences(), "errors.occurrences", deleted(2)),
                Arguments.of(CATALOG.duplicates(), "errors.duplicates", deleted(1)),
                Arguments.of(CATALOG.deadLetter(), "errors.dead-letter", deleted(30)),
                Arguments.of(CATALOG.groupingVersions(), "control.grouping", compacted()),
                Arguments.of(CATALOG.projects(), "control.projects", appended(compacted())),
                Arguments.of(CATALOG.usage(), "ops.usage", deleted(1)),
                Arguments.of(CATALOG.heartbeats(), "ops.heartbeats", appended(deleted(1))),
                Arguments.of(CATALOG.access(), "control.access", appended(compacted())),
                Arguments.of(CATALOG.audit(), "audit", appended(deleted(365))),
                Arguments.of(CATALOG.alertRules(), "alerts.rules", appended(compacted())),
                Arguments.of(CATALOG.alertCells(), "alerts.cells", deleted(2)),
                Arguments.of(CATALOG.alertTransitions(), "alerts.transitions", deleted(30)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("topics")
    void describesTheTopic(Topic<?, ?> topic, String name, Map<String, String> config) {
        assertThat(topic.name()).isEqualTo("acme." + name);
        assertThat(topic.partitions()).isEqualTo(12);
        assertThat(topic.config()).isEqualTo(config);
    }

    @Test
    void listsAllOfThemInTheOrderOfAnEventsPath() {
        assertThat(CATALOG.all().stream().map(Topic::name))
                .containsExactlyElementsOf(
                        topics().map(topic -> "acme." + topic.get()[1]).toList());
        assertThat(CATALOG.partitions()).isEqualTo(12);
    }

    @Test
    void namesOnlyWhatKafkaKnows() throws IllegalAccessException {
        List<String> known = new ArrayList<>();
        for (var field : TopicConfig.class.getFields()) {
            known.add(String.valueOf(field.get(null)));
        }

        for (var topic : new TopicCatalog(new TopicSettings("p".repeat(100), 1, (short) 1)).all()) {
            assertThat(org.apache.kafka.common.internals.Topic.isValid(topic.name()))
                    .as(topic.name())
                    .isTrue();
            assertThat(known).containsAll(topic.config().keySet());
        }
    }

    @Test
    void asksForASecondReplicaOnlyWhereOneOfThreeMayBeAway() {
        assertThat(new TopicCatalog(new TopicSettings("", 1, (short) 2)).raw().config())
                .doesNotContainKey("min.insync.replicas");
    }

    @Test
    void keepsItsConfigToItself() {
        Map<String, String> config = CATALOG.raw().config();

        assertThatThrownBy(() -> config.put("x", "y"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static Map<String, String> deleted(int days) {
        Map<String, String> config = new HashMap<>(ALL);
        config.put("cleanup.policy", "delete");
        config.put("retention.ms", Long.toString(days * 86_400_000L));
        return config;
    }

    private static Map<String, String> compactedAndDeleted(int days) {
        Map<String, String> config = deleted(days);
        config.put("cleanup.policy", "compact,delete");
        return config;
    }

    private static Map<String, String> appended(Map<String, String> config) {
        config.put("message.timestamp.type", "LogAppendTime");
        return config;
    }

    private static Map<String, String> compacted() {
        Map<String, String> config = new HashMap<>(ALL);
        config.put("cleanup.policy", "compact");
        return config;
    }
}
