package dev.faultline.aggregator.streams;

import dev.faultline.aggregator.AggregatorSettings;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/// The properties of Kafka Streams. What matters is set here, not left to defaults that differ
/// between versions.
public final class StreamsProperties {

    private StreamsProperties() {}

    public static Map<String, Object> of(
            AggregatorSettings settings,
            KafkaSettings kafka,
            TopicSettings topics,
            TopicCatalog catalog) {
        Map<String, Object> all = kafka.clientProperties();
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        all.put(StreamsConfig.CLIENT_ID_CONFIG, settings.instanceId());
        all.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) topics.replicationFactor());
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
        all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 32L * 1024 * 1024);
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // Kafka's default adds a day to what is restored after a crash.
        all.put(StreamsConfig.WINDOW_STORE_CHANGE_LOG_ADDITIONAL_RETENTION_MS_CONFIG, 10 * 60_000L);
        // Wait for what the broker is known to have: records of raw and re-keyed, facts and
        // commands go by their time.
        all.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
        putErrorHandling(all, catalog);
        putMembership(all, settings);
        putProducer(all);
        return all;
    }

    /// Bytes that can't be read cost one record; anything else is a fault of ours, and stops before
    /// it does damage.
    private static void putErrorHandling(Map<String, Object> all, TopicCatalog catalog) {
        all.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueExceptionHandler.class);
        all.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndFailProcessingExceptionHandler.class);
        all.put(
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                DefaultProductionExceptionHandler.class);
        all.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                catalog.deadLetter().name());
    }

    /// A static member that restarts takes its partitions back at once. With dynamic members every
    /// restart, even a clean one, waits out the session of the one before.
    private static void putMembership(Map<String, Object> all, AggregatorSettings settings) {
        all.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        all.put(consumer(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.instanceId());
        all.put(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        all.put(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        all.put(consumer(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 1_000);
        all.put(consumer(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    }

    private static void putProducer(Map<String, Object> all) {
        all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
        all.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                TopicCatalog.MAX_RECORD_BYTES + 64 * 1024);
        all.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), 64 * 1024 * 1024);
    }

    private static String consumer(String property) {
        return StreamsConfig.mainConsumerPrefix(property);
    }
}
