package dev.faultline.query.monitoring;

import dev.faultline.kafka.KafkaSettings;
import dev.faultline.query.cache.AnswerCache;
import dev.faultline.query.cache.CacheProbe;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.query.heartbeats.HeartbeatsConfiguration;
import dev.faultline.query.heartbeats.Instances;
import dev.faultline.query.heartbeats.MinuteBook;
import dev.faultline.query.progress.LogOffsets;
import dev.faultline.query.progress.ProjectedOffsets;
import dev.faultline.query.projection.Projector;
import dev.faultline.telemetry.StageCheck;
import dev.faultline.topic.TopicCatalog;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The watch over the installation, and what it answers.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchSettings.class)
@Import(HeartbeatsConfiguration.class)
public class MonitoringConfiguration {

    @Bean
    MonitoringRepository monitoringRepository(QueryDatabase database) {
        return new MonitoringRepository(database);
    }

    @Bean
    KafkaCheck kafkaCheck(
            KafkaSettings kafka,
            TopicCatalog topics,
            LogOffsets log,
            ProjectedOffsets projected,
            InstantSource clock) {
        return new KafkaCheck(kafka, topics, new LagMeter(log, projected, topics, clock));
    }

    @Bean
    CheckRunner checkRunner(
            MonitoringRepository repository,
            CacheProbe cache,
            KafkaCheck kafka,
            WatchSettings settings,
            InstantSource clock) {
        return new CheckRunner(
                List.of(new DatabaseCheck(repository), new CacheCheck(cache), kafka),
                settings.checkTimeout(),
                clock);
    }

    /// Its name need not last: a recorder that is gone is replaced within seconds.
    @Bean
    Recorder outageRecorder(
            MonitoringRepository repository, MinuteBook minutes, InstantSource clock) {
        return new Recorder(repository, minutes, UUID.randomUUID().toString(), clock.instant());
    }

    @Bean
    Watch watch(
            CheckRunner checks,
            Instances instances,
            Recorder recorder,
            WatchSettings settings,
            InstantSource clock) {
        return new Watch(checks, instances, recorder, settings, clock);
    }

    @Bean
    MeterBinder watchMeters(Watch watch) {
        return new WatchMeters(watch)::bindTo;
    }

    @Bean
    StageCheck queryApiCheck(Watch watch, Projector projector) {
        return new QueryApiCheck(watch, projector);
    }

    @Bean
    MetricsReads metricsReads(
            QueryDatabase database,
            MinuteBook minutes,
            Instances instances,
            Recorder recorder,
            InstantSource clock) {
        return new MetricsReads(new UsageRepository(database), minutes, instances, recorder, clock);
    }

    @Bean
    MonitoringController monitoringController(
            Watch watch, Recorder recorder, MetricsReads metrics, AnswerCache cache) {
        return new MonitoringController(watch, recorder, metrics, cache);
    }
}
