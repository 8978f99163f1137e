package dev.faultline.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TopicSettingsTest {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new TopicSettings("faultline.", 4, (short) 1));
    }

    @Test
    void mapsEveryKey() {
        assertThat(
                        bind(
                                Map.of(
                                        "faultline.topics.prefix", "acme-1_",
                                        "faultline.topics.partitions", "12",
                                        "faultline.topics.replication-factor", "3")))
                .isEqualTo(new TopicSettings("acme-1_", 12, (short) 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_024})
    void takesPartitionsWithinBounds(int partitions) {
        assertThat(new TopicSettings("", partitions, (short) 1).partitions()).isEqualTo(partitions);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_025})
    void rejectsOtherNumbersOfPartitions(int partitions) {
        assertThatThrownBy(() -> new TopicSettings("", partitions, (short) 1))
                .hasMessage("FAULTLINE_TOPICS_PARTITIONS must be 1 to 1024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ä", "a/b", "a,b", "a\n"})
    void rejectsPrefixesThatKafkaDoesNotTake(String prefix) {
        assertThatThrownBy(() -> new TopicSettings(prefix, 1, (short) 1))
                .hasMessage(
                        "FAULTLINE_TOPICS_PREFIX must hold only letters, digits, '.', '_' and '-'");
    }

    @ParameterizedTest
    @ValueSource(shorts = {-1, 0})
    void rejectsNoReplicas(short factor) {
        assertThatThrownBy(() -> new TopicSettings("", 1, factor))
                .hasMessage("FAULTLINE_TOPICS_REPLICATION_FACTOR must be at least 1");
    }

    private static TopicSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("faultline.topics", TopicSettings.class);
    }
}
