package dev.faultline.query.monitoring;

import dev.faultline.heartbeat.StageName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Shows Prometheus what the watch sees; not a number where nobody can tell.
final class WatchMeters {

    private final Watch watch;

    WatchMeters(Watch watch) {
        this.watch = watch;
    }

    void bindTo(MeterRegistry meters) {
        Stream.concat(
                        Stream.of(DatabaseCheck.NAME, CacheCheck.NAME, KafkaCheck.NAME),
                        Arrays.stream(StageName.values()).map(StageServices::name))
                .forEach(name ->
                        Gauge.builder("faultline.service.up", () -> up(name))
                                .tag("service", name)
                                .strongReference(true)
                                .register(meters));
        LagMeter.CONSUMERS.forEach(consumer -> {
            lag("faultline.lag.records", consumer, Details.ConsumerLag::records, meters);
            lag("faultline.lag.seconds", consumer, Details.ConsumerLag::seconds, meters);
        });
        gauge(
                "faultline.database.connections",
                Details.Database.class,
                d -> d.connections(),
                meters);
        gauge(
                "faultline.database.connections.max",
                Details.Database.class,
                d -> d.maxConnections(),
                meters);
        gauge(
                "faultline.redis.memory.used.bytes",
                Details.Cache.class,
                d -> number(d.memoryUsedBytes()),
                meters);
        gauge(
                "faultline.redis.memory.max.bytes",
                Details.Cache.class,
                d -> number(d.memoryMaxBytes()),
                meters);
        gauge(
                "faultline.redis.evicted.keys",
                Details.Cache.class,
                d -> number(d.evictedKeys()),
                meters);
        gauge("faultline.redis.hit.ratio", Details.Cache.class, d -> number(d.hitRatio()), meters);
        gauge(
                "faultline.kafka.partitions.offline",
                Details.Kafka.class,
                d -> d.offlinePartitions(),
                meters);
        gauge(
                "faultline.kafka.partitions.under.replicated",
                Details.Kafka.class,
                d -> d.underReplicatedPartitions(),
                meters);
    }

    private double up(String name) {
        return watch.now().services().stream()
                .filter(service -> service.name().equals(name))
                .mapToDouble(service ->
                        switch (service.status()) {
                            case HEALTHY -> 1;
                            case UNHEALTHY -> 0;
                            case UNKNOWN -> Double.NaN;
                        })
                .findFirst()
                .orElse(Double.NaN);
    }

    private void lag(
            String name,
            String consumer,
            ToDoubleFunction<Details.ConsumerLag> value,
            MeterRegistry meters) {
        Gauge.builder(
                        name,
                        () ->
                                details(Details.Kafka.class).stream()
                                        .flatMap(kafka -> kafka.lag().stream())
                                        .filter(lag -> lag.consumer().equals(consumer))
                                        .mapToDouble(value)
                                        .findFirst()
                                        .orElse(Double.NaN))
                .tag("consumer", consumer)
                .strongReference(true)
                .register(meters);
    }

    private <D extends Details> void gauge(
            String name, Class<D> kind, ToDoubleFunction<D> value, MeterRegistry meters) {
        Gauge.builder(
                        name,
                        () ->
                                details(kind).stream()
                                        .mapToDouble(value)
                                        .findFirst()
                                        .orElse(Double.NaN))
                .strongReference(true)
                .register(meters);
    }

    private <D extends Details> Optional<D> details(Class<D> kind) {
        return watch.now().services().stream()
                .map(ServiceState::details)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private static double number(@Nullable Number value) {
        return value == null ? Double.NaN : value.doubleValue();
    }
}
