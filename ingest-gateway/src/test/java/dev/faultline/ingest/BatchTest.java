package dev.faultline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.EventLimits;
import dev.faultline.event.ProjectId;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final String GOOD = "{\"message\":\"m\",\"source\":\"s\"}";

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final RawPublisher publisher = new RawPublisher(() -> producer, Examples.CLOCK, 100);

    @Test
    void publishesTheGoodAndRefusesTheBad() {
        List<BatchResult> results = publish(GOOD, "{\"source\":\"s\"}", "{", GOOD);

        assertThat(results).extracting(BatchResult::index).containsExactly(0, 1, 2, 3);
        assertThat(results).extracting(BatchResult::status).containsExactly(201, 400, 400, 201);
        assertThat(results)
                .extracting(BatchResult::error)
                .containsExactly(null, "message is required", "malformed JSON", null);
        assertThat(results.get(0).id()).isNotNull().isEqualTo(results.get(3).id());
        assertThat(results.get(0).eventId()).isNotEqualTo(results.get(3).eventId());
        assertThat(results.get(0).receipt()).startsWith("r1_");
        assertThat(results.get(1).receipt()).isNull();
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void refusesAnEntryLargerThanAnEventMayBe() {
        String large =
                "{\"message\":\"%s\",\"source\":\"s\"}"
                        .formatted("x".repeat(EventLimits.BODY_BYTES));

        assertThat(publish(large, GOOD)).extracting(BatchResult::status).containsExactly(413, 201);
    }

    @Test
    void takesAnIdThatComesTwice() {
        String same = "{\"event_id\":\"e-1\",\"message\":\"m\",\"source\":\"s\"}";

        assertThat(publish(same, same)).extracting(BatchResult::status).containsExactly(201, 201);
    }

    @Test
    void asksKafkaOnceWhenItRefusesAtOnce() {
        producer.sendException = new TimeoutException("no metadata after 250 ms");

        List<BatchResult> results = publish(GOOD, "{", GOOD, GOOD);

        assertThat(results).extracting(BatchResult::status).containsExactly(503, 400, 503, 503);
        producer.sendException = null;
        assertThat(producer.history()).isEmpty();
    }

    private List<BatchResult> publish(String... lines) {
        byte[] body = String.join("\n", lines).getBytes(UTF_8);
        return new Batch(ProjectId.DEFAULT, Examples.SENDER, Examples.reception(), publisher, "raw")
                .publish(body, BatchSplitter.lines(body));
    }
}
