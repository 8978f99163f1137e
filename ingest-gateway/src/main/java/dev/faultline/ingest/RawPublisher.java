package dev.faultline.ingest;

import dev.faultline.group.RawPosition;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands events to Kafka and tells what became of each. Safe for use by many threads.
///
/// The number of events under way is bounded. While Kafka fails, only a few may try: the others are
/// refused at once instead of after the delivery timeout, and the first success lets all through
/// again.
final class RawPublisher implements AutoCloseable {
    static final int PROBES = 16;

    private static final Logger LOGGER = LoggerFactory.getLogger(RawPublisher.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LEAST_LIFE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final InstantSource clock;
    private final int maxInFlight;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean failing;
    private volatile Line line;

    RawPublisher(
            Supplier<Producer<byte[], byte[]>> producers, InstantSource clock, int maxInFlight) {
        this.producers = producers;
        this.clock = clock;
        this.maxInFlight = maxInFlight;
        this.line = new Line(producers.get(), clock.instant());
    }

    /// Whether Kafka tells where the topic's partitions are; without that nothing can be sent. It
    /// waits for an answer for the producer's `max.block.ms`.
    boolean knows(String topic) {
        try {
            return !line.producer.partitionsFor(topic).isEmpty();
        } catch (RetriableException e) {
            return false;
        }
    }

    /// The result completes within the delivery timeout, and never exceptionally.
    CompletableFuture<Publication> publish(ProducerRecord<byte[], byte[]> event) {
        if (inFlight.incrementAndGet() > (failing ? PROBES : maxInFlight)) {
            inFlight.decrementAndGet();
            return CompletableFuture.completedFuture(
                    failing ? kafkaFails() : unavailable("Too many events at a time"));
        }
        var result = new CompletableFuture<Publication>();
        Line current = healthyLine();
        try {
            var _ =
                    current.producer.send(
                            event,
                            (metadata, failure) ->
                                    complete(
                                            result,
                                            failure == null
                                                    ? succeeded(metadata)
                                                    : failed(current, failure)));
        } catch (RuntimeException e) {
            // A closed producer throws, and so may a broken one; other failures come by callback.
            complete(result, failed(current, e));
        }
        return result;
    }

    /// What became of it. The wait is bounded by the delivery timeout; the bound here only guards
    /// against a producer that breaks its word.
    Publication await(CompletableFuture<Publication> publication) {
        try {
            return publication.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOGGER.error("Kafka's producer did not tell what became of an event", e);
            return kafkaFails();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return kafkaFails();
        }
    }

    private void complete(CompletableFuture<Publication> result, Publication publication) {
        if (result.complete(publication)) {
            inFlight.decrementAndGet();
        }
    }

    private Publication succeeded(RecordMetadata metadata) {
        if (failing) {
            failing = false;
            LOGGER.info("Kafka acknowledges events again");
        }
        return new Publication.Appended(
                new RawPosition(metadata.partition(), metadata.offset()),
                Instant.ofEpochMilli(metadata.timestamp()));
    }

    private Publication failed(Line sender, Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            return new Publication.Failed(
                    ProblemType.PAYLOAD_TOO_LARGE, "The event is larger than Kafka accepts");
        }
        if (!(failure instanceof RetriableException)) {
            sender.broken = true;
        }
        if (!failing) {
            failing = true;
            LOGGER.warn("Kafka does not acknowledge events, callers get 503: {}", reason(failure));
        }
        return kafkaFails();
    }

    private static String reason(Exception failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static Publication.Failed kafkaFails() {
        return unavailable("Kafka does not accept events now");
    }

    private static Publication.Failed unavailable(String reason) {
        return new Publication.Failed(ProblemType.UNAVAILABLE, reason + ": try again later");
    }

    /// A producer that failed for good is closed without waiting, so that nothing it holds is
    /// written after its caller was told otherwise, and replaced: once a second at most, since the
    /// next one may fail alike.
    private Line healthyLine() {
        if (!line.broken) {
            return line;
        }
        synchronized (this) {
            Instant now = clock.instant();
            if (line.broken && now.isAfter(line.bornAt.plus(LEAST_LIFE))) {
                line.producer.close(Duration.ZERO);
                line = new Line(producers.get(), now);
            }
            return line;
        }
    }

    @Override
    public void close() {
        line.producer.close(CLOSE_TIMEOUT);
    }

    /// A producer from its creation to its first fatal error.
    private static final class Line {
        private final Producer<byte[], byte[]> producer;
        private final Instant bornAt;
        private volatile boolean broken;

        private Line(Producer<byte[], byte[]> producer, Instant bornAt) {
            this.producer = producer;
            this.bornAt = bornAt;
        }
    }
}
