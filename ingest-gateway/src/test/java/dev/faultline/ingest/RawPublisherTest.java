package dev.faultline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class RawPublisherTest {
    private static final int MAX_IN_FLIGHT = 40;

    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private Instant now = Examples.NOW;
    private final RawPublisher publisher =
            new RawPublisher(this::producer, () -> now, MAX_IN_FLIGHT);

    @Test
    void tellsWhereAnAcknowledgedEventStands() {
        CompletableFuture<Publication> publication = publish();
        assertThat(publication).isNotDone();

        producers.getLast().completeNext();

        assertThat(publisher.await(publication))
                .isInstanceOfSatisfying(
                        Publication.Appended.class,
                        appended -> {
                            assertThat(appended.position().lane()).isZero();
                            assertThat(appended.position().offset()).isZero();
                        });
    }

    @Test
    void refusesMoreEventsThanMayBeUnderWay() {
        for (int i = 0; i < MAX_IN_FLIGHT; i++) {
            assertThat(publish()).isNotDone();
        }
        assertUnavailable(publish());

        producers.getLast().completeNext();

        assertThat(publish()).isNotDone();
    }

    @Test
    void letsOnlyAFewTryWhileKafkaFails() {
        var first = publish();
        producers.getLast().errorNext(new TimeoutException("away"));
        assertUnavailable(first);

        for (int i = 0; i < RawPublisher.PROBES; i++) {
            assertThat(publish()).isNotDone();
        }
        assertUnavailable(publish());
        producers.getLast().completeNext();

        assertThat(publish()).isNotDone();
        assertThat(publish()).isNotDone();
        assertThat(producers).hasSize(1);
    }

    @Test
    void replacesAProducerThatFailedForGood() {
        var first = publish();
        producers.getFirst().errorNext(new OutOfOrderSequenceException("broken"));
        assertUnavailable(first);
        now = now.plusSeconds(2);

        var third = publish();

        assertThat(producers).hasSize(2);
        assertThat(producers.getFirst().closed()).isTrue();
        producers.getLast().completeNext();
        assertThat(publisher.await(third)).isInstanceOf(Publication.Appended.class);
    }

    @Test
    void replacesProducersOnceASecondAtMost() {
        var _ = publish();
        producers.getLast().errorNext(new OutOfOrderSequenceException("broken"));

        var _ = publish();

        assertThat(producers).hasSize(1);
    }

    @Test
    void tellsThatARecordIsTooLargeAndGoesOn() {
        var tooLarge = publish();
        producers.getLast().errorNext(new RecordTooLargeException("large"));

        assertThat(publisher.await(tooLarge))
                .isEqualTo(
                        new Publication.Failed(
                                ProblemType.PAYLOAD_TOO_LARGE,
                                "The event is larger than Kafka accepts"));
        for (int i = 0; i < MAX_IN_FLIGHT; i++) {
            assertThat(publish()).isNotDone();
        }
        assertThat(producers).hasSize(1);
    }

    @Test
    void refusesWhatAClosedProducerThrowsBack() {
        producers.getLast().close(Duration.ZERO);

        assertUnavailable(publish());
    }

    private CompletableFuture<Publication> publish() {
        return publisher.publish(new ProducerRecord<>("raw", new byte[1], new byte[1]));
    }

    private void assertUnavailable(CompletableFuture<Publication> publication) {
        assertThat(publisher.await(publication))
                .isInstanceOfSatisfying(
                        Publication.Failed.class,
                        failed -> {
                            assertThat(failed.type()).isEqualTo(ProblemType.UNAVAILABLE);
                            assertThat(failed.reason()).endsWith(": try again later");
                        });
    }

    private MockProducer<byte[], byte[]> producer() {
        var producer =
                new MockProducer<>(
                        false, null, new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }
}
