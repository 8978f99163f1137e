package dev.faultline.query.stream;

import dev.faultline.access.ApiKeys;
import dev.faultline.kafka.KafkaSettings;
import dev.faultline.query.errors.ErrorReads;
import dev.faultline.topic.TopicCatalog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationPredicate;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/// The live stream of errors.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
public class StreamConfiguration {

    @Bean
    LiveStream liveStream(
            KafkaSettings kafka,
            TopicCatalog topics,
            StreamSettings settings,
            ErrorReads errors,
            InstantSource clock,
            MeterRegistry meters) {
        StreamLog log = new StreamLog(kafka, topics);
        Counter skipped =
                Counter.builder("faultline.stream.skipped")
                        .description("Events of the live stream that a listener did not get")
                        .register(meters);
        LiveStream stream =
                new LiveStream(
                        () ->
                                StreamFeed.start(
                                        log,
                                        settings,
                                        payload ->
                                                errors.find(payload.project(), payload.groupId()),
                                        skipped,
                                        clock),
                        settings);
        Gauge.builder("faultline.stream.listeners", stream, LiveStream::listeners)
                .description("Clients that listen to the live stream")
                .register(meters);
        return stream;
    }

    @Bean
    StreamController streamController(LiveStream stream, ErrorReads errors, ApiKeys keys) {
        return new StreamController(stream, errors, keys::isValid);
    }

    /// A stream is no slow answer: it must not count among the times of requests.
    @Bean
    ObservationPredicate streamsAreNotTimed() {
        return (_, context) ->
                !(context instanceof ServerRequestObservationContext request
                        && request.getCarrier() != null
                        && StreamController.PATH.equals(request.getCarrier().getServletPath()));
    }
}
