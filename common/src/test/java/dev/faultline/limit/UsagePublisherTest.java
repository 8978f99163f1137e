package dev.faultline.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.access.ApiKey;
import dev.faultline.event.ProjectId;
import dev.faultline.topic.Topic;
import dev.faultline.topic.TopicCatalog;
import dev.faultline.topic.TopicSettings;
import dev.faultline.usage.KeyUsage;
import dev.faultline.usage.KeyUsage.Amount;
import dev.faultline.usage.RequestClass;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class UsagePublisherTest {

    private static final ApiKey KEY = ApiKey.ofOperator("key-1", ProjectId.DEFAULT, "****", "Test");
    private static final long HOUR = 1_749_999_600L;

    private final Topic<String, KeyUsage> topic =
            new TopicCatalog(new TopicSettings("acme.", 1, (short) 1)).usage();
    private final UsageLedger ledger = new UsageLedger("here");
    private final MockProducer<String, KeyUsage> producer =
            new MockProducer<>(
                    false, null, topic.keySerde().serializer(), topic.valueSerde().serializer());
    private final UsagePublisher publisher = new UsagePublisher(ledger, topic, producer);

    @Test
    void tellsOnlyWhatIsNew() {
        ledger.add(KEY, ingest(HOUR + 7, 5));

        publisher.publish();
        publisher.publish();

        assertThat(producer.history())
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.topic()).isEqualTo("acme.ops.usage");
                    assertThat(record.key()).isEqualTo("key-1");
                    assertThat(record.value().amounts()).containsExactly(ingest(HOUR + 7, 5));
                });
    }

    @Test
    void tellsLaterWhatKafkaDidNotTake() {
        ledger.add(KEY, ingest(HOUR + 7, 5));
        publisher.publish();
        producer.errorNext(new TimeoutException("away"));
        producer.sendException = new TimeoutException("no metadata");
        ledger.add(KEY, ingest(HOUR + 9, 2));
        publisher.publish();
        producer.sendException = null;
        producer.clear();

        publisher.publish();

        assertThat(producer.history())
                .singleElement()
                .satisfies(record ->
                        assertThat(record.value().amounts()).containsExactly(ingest(HOUR, 7)));
    }

    @Test
    void tellsTheLastWhenItIsClosed() {
        ledger.add(KEY, ingest(HOUR, 1));

        publisher.close();

        assertThat(producer.history()).hasSize(1);
        assertThat(producer.closed()).isTrue();
    }

    private static Amount ingest(long second, long within) {
        return new Amount(RequestClass.INGEST, second, within, 0, 0);
    }
}
