package dev.faultline.query.projection;

import dev.faultline.kafka.KafkaSettings;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The settings of the projector's consumer. What matters is set here, whatever the defaults are.
final class ConsumerProperties {

    private static final int SESSION_MILLIS = 6_000;
    private static final int HEARTBEAT_MILLIS = 2_000;
    private static final int MAX_POLL_INTERVAL_MILLIS = 60_000;

    private ConsumerProperties() {}

    static Map<String, Object> of(KafkaSettings kafka, String groupId, ProjectorSettings settings) {
        Map<String, Object> consumer = kafka.clientProperties();
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        consumer.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.staticMembership()
                .ifPresent(id -> consumer.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        consumer.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        consumer.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        consumer.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL_MILLIS);
        // Each rebalance gives back everything, so each assignment begins from the database.
        consumer.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Offsets are in the database. An offset that is gone is an event, never a silent jump.
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords());
        int bytes = Math.toIntExact(settings.maxFetchBytes().toBytes());
        consumer.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, bytes);
        consumer.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Math.min(bytes, 1 << 20));
        consumer.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        consumer.put(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class.getName());
        consumer.put(
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class.getName());
        return consumer;
    }
}
