package dev.faultline.topic;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/// One topic of the catalogue.
///
/// @param name with the prefix
/// @param config what is set on the topic when it is created, by Kafka's names
public record Topic<K, V>(
        String name,
        int partitions,
        Map<String, String> config,
        Serde<K> keySerde,
        Serde<V> valueSerde) {

    public Topic {
        config = Map.copyOf(config);
    }
}
