package dev.faultline.topic;

import dev.faultline.json.Json;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import tools.jackson.core.JacksonException;

/// The JSON of the public topics, without Java's class names.
final class JsonSerde {

    private JsonSerde() {}

    static <T> Serde<T> of(Class<T> type) {
        Serializer<T> serializer =
                (_, value) -> value == null ? null : Json.mapper().writeValueAsBytes(value);
        Deserializer<T> deserializer =
                (topic, bytes) -> bytes == null ? null : read(topic, bytes, type);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    private static <T> T read(String topic, byte[] bytes, Class<T> type) {
        T value;
        try {
            value = Json.mapper().readValue(bytes, type);
        } catch (JacksonException e) {
            throw new SerializationException(failure(topic, type), e);
        }
        if (value == null) { // The JSON null.
            throw new SerializationException(failure(topic, type));
        }
        return value;
    }

    private static String failure(String topic, Class<?> type) {
        return "A record of %s is no %s".formatted(topic, type.getSimpleName());
    }
}
