package dev.faultline.query.recovery;

import dev.faultline.background.RepeatedWork;
import dev.faultline.project.EventPreparation;
import dev.faultline.query.cache.Generations;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.query.events.RawLog;
import dev.faultline.query.progress.Pulse;
import dev.faultline.query.projection.ProjectorSettings;
import dev.faultline.topic.TopicCatalog;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The recovery of payloads. It runs where the projector runs.
@Configuration(proxyBeanMethods = false)
public class RecoveryConfiguration {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    @Bean
    RepeatedWork payloadRecovery(
            QueryDatabase database,
            RawLog log,
            TopicCatalog topics,
            EventPreparation preparation,
            Generations generations,
            Pulse pulse,
            ProjectorSettings settings) {
        PayloadRecovery recovery =
                new PayloadRecovery(
                        new MissingPayloads(database),
                        new LoggedPayloads(log, topics, preparation),
                        generations,
                        pulse);
        return new RepeatedWork(
                "payload-recovery", INTERVAL, INTERVAL, settings.enabled(), recovery::look);
    }
}
