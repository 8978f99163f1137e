package dev.faultline.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Kafka is.
///
/// @param bootstrapServers `host:port`, several separated by commas (`KAFKA_BOOTSTRAP_SERVERS`)
/// @param startupTimeout how long a starting stage waits for Kafka before it ends with a message
/// @param properties further properties of every client, by Kafka's names: how to authenticate and
///   encrypt
@ConfigurationProperties("faultline.kafka")
public record KafkaSettings(
        String bootstrapServers,
        @DefaultValue("30s") Duration startupTimeout,
        @DefaultValue Map<String, String> properties) {

    public KafkaSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException(
                    "KAFKA_BOOTSTRAP_SERVERS is empty: set it to host:port of a Kafka broker");
        }
        properties = Map.copyOf(properties);
    }

    /// What every client has in common; each use sets the rest itself.
    public Map<String, Object> clientProperties() {
        Map<String, Object> common = new HashMap<>(properties);
        common.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        // Brokers would otherwise ask for client telemetry that nobody collects.
        common.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return common;
    }

    /// For an admin client whose every call ends within the start-up timeout.
    public Map<String, Object> adminProperties() {
        Map<String, Object> admin = clientProperties();
        int millis = (int) Math.min(startupTimeout.toMillis(), Integer.MAX_VALUE);
        admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(millis, 5_000));
        return admin;
    }

    /// Without the properties' values, which may be secret.
    @Override
    public String toString() {
        return "KafkaSettings[bootstrapServers=%s, startupTimeout=%s, properties=%s]"
                .formatted(bootstrapServers, startupTimeout, properties.keySet());
    }
}
