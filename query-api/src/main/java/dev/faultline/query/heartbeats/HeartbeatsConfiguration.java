package dev.faultline.query.heartbeats;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.topic.TopicCatalog;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hearing the processes of the installation.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HeartbeatSettings.class)
public class HeartbeatsConfiguration {

    @Bean
    Instances instances(HeartbeatSettings settings, InstantSource clock) {
        return new Instances(settings, clock.instant());
    }

    @Bean
    MinuteBook minuteBook() {
        return new MinuteBook();
    }

    @Bean
    HeartbeatFollower heartbeatFollower(
            KafkaSettings kafka,
            TopicCatalog topics,
            Instances instances,
            MinuteBook minutes,
            InstantSource clock) {
        return new HeartbeatFollower(kafka, topics.heartbeats(), instances, minutes, clock);
    }
}
