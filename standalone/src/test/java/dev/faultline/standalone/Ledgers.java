package dev.faultline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.faultline.group.GroupSnapshot;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.JsonNode;

/// Compares what was acknowledged with what Postgres shows and what the aggregator's groups say.
final class Ledgers {

    private static final Duration DRAIN = Duration.ofMinutes(2);

    private Ledgers() {}

    static void assertExact(
            Map<String, Long> acknowledged, Api api, String source, String bootstrapServers) {
        await().atMost(DRAIN)
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() ->
                        assertThat(total(listed(api, source)))
                                .isGreaterThanOrEqualTo(total(acknowledged)));
        assertThat(listed(api, source)).isEqualTo(acknowledged);
        assertThat(inTopic(source, bootstrapServers)).isEqualTo(acknowledged);
    }

    static Map<String, Long> listed(Api api, String source) {
        JsonNode list = api.get("/api/errors?limit=100&source=" + source).data();
        Map<String, Long> counts = new HashMap<>();
        list.path("errors")
                .forEach(error ->
                        counts.put(
                                error.path("id").stringValue(), error.path("count").longValue()));
        return counts;
    }

    /// Every event that was counted in a group is in the chart, and none twice.
    ///
    /// @param events of the whole project
    static void assertCharted(long events, Api api) {
        await().atMost(DRAIN)
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(charted(api)).isGreaterThanOrEqualTo(events));
        assertThat(charted(api)).isEqualTo(events);
    }

    private static long charted(Api api) {
        long events = 0;
        for (JsonNode point :
                api.get("/api/analytics/trends?period=month").data().path("data_points")) {
            events += point.path("error_count").longValue();
        }
        return events;
    }

    private static Map<String, Long> inTopic(String source, String bootstrapServers) {
        Topic<String, GroupSnapshot> topic =
                new TopicCatalog(new TopicSettings("faultline.", 4, (short) 1)).groups();
        Map<String, Long> counts = new HashMap<>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed"),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions =
                    IntStream.range(0, topic.partitions())
                            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> {
                            if (record.value().source().equals(source)) {
                                counts.put(record.key(), record.value().count());
                            }
                        });
            }
        }
        return counts;
    }

    static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
