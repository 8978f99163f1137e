package dev.faultline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class KafkaSettingsTest {

    private static final Map<String, String> SECRET = Map.of("sasl.jaas.config", "hunter2");

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of("faultline.kafka.bootstrap-servers", "localhost:9092")))
                .isEqualTo(new KafkaSettings("localhost:9092", Duration.ofSeconds(30), Map.of()));
    }

    @Test
    void mapsEveryKey() {
        assertThat(
                        bind(
                                Map.of(
                                        "faultline.kafka.bootstrap-servers", "a:1,b:2",
                                        "faultline.kafka.startup-timeout", "5m",
                                        "faultline.kafka.properties[sasl.jaas.config]", "hunter2")))
                .isEqualTo(new KafkaSettings("a:1,b:2", Duration.ofMinutes(5), SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void requiresABroker(String servers) {
        assertThatThrownBy(() -> new KafkaSettings(servers, Duration.ZERO, Map.of()))
                .hasMessage(
                        "KAFKA_BOOTSTRAP_SERVERS is empty: set it to host:port of a Kafka broker");
    }

    @Test
    void givesEveryClientItsProperties() {
        KafkaSettings settings = new KafkaSettings("a:1", Duration.ofSeconds(30), SECRET);

        assertThat(settings.clientProperties())
                .containsEntry("bootstrap.servers", "a:1")
                .containsEntry("sasl.jaas.config", "hunter2")
                .containsEntry("enable.metrics.push", false);
    }

    @Test
    void endsTheCallsOfAnAdminClientWithinTheStartUpTimeout() {
        assertThat(new KafkaSettings("a:1", Duration.ofSeconds(30), Map.of()).adminProperties())
                .containsEntry("default.api.timeout.ms", 30_000)
                .containsEntry("request.timeout.ms", 5_000);
        assertThat(new KafkaSettings("a:1", Duration.ofSeconds(2), Map.of()).adminProperties())
                .containsEntry("default.api.timeout.ms", 2_000)
                .containsEntry("request.timeout.ms", 2_000);
    }

    @Test
    void neverPrintsItsProperties() {
        assertThat(new KafkaSettings("a:1", Duration.ofSeconds(30), SECRET).toString())
                .contains("a:1")
                .doesNotContain("hunter2");
    }

    private static KafkaSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("faultline.kafka", KafkaSettings.class);
    }
}
