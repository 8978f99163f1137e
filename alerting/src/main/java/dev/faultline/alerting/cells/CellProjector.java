package dev.faultline.alerting.cells;

import dev.faultline.alert.message.AlertInput;
import dev.faultline.kafka.GroupConsumer;
import dev.faultline.topic.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what alert rules are evaluated by into the database, every few seconds, and sees to it
/// that it does not grow.
final class CellProjector implements GroupConsumer.Work {

    private static final Logger LOGGER = LoggerFactory.getLogger(CellProjector.class);
    private static final Duration BETWEEN_HOUSEKEEPING = Duration.ofMinutes(1);

    private final Topic<String, AlertInput> topic;
    private final Supplier<CellProjection> projections;
    private final CellHousekeeping housekeeping;
    private final Duration flushInterval;
    private final Counter taken;

    private CellProjection projection;
    private long storedNanos = System.nanoTime();
    private long housekeptNanos = System.nanoTime() - BETWEEN_HOUSEKEEPING.toNanos();

    /// @param projections makes one that knows nothing
    CellProjector(
            Topic<String, AlertInput> topic,
            Supplier<CellProjection> projections,
            CellHousekeeping housekeeping,
            Duration flushInterval,
            MeterRegistry meters) {
        this.topic = topic;
        this.projections = projections;
        this.projection = projections.get();
        this.housekeeping = housekeeping;
        this.flushInterval = flushInterval;
        this.taken = meters.counter("faultline.alert.inputs");
    }

    @Override
    public boolean take(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(this::take);
        boolean stores = projection.isFull() || hasPassed(flushInterval, storedNanos);
        if (stores) {
            projection.store();
            storedNanos = System.nanoTime();
        }
        if (hasPassed(BETWEEN_HOUSEKEEPING, housekeptNanos)) {
            housekeeping.run();
            housekeptNanos = System.nanoTime();
        }
        return stores;
    }

    private static boolean hasPassed(Duration time, long sinceNanos) {
        return System.nanoTime() - sinceNanos >= time.toNanos();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            AlertInput input =
                    topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            if (input != null) {
                projection.take(record.partition(), input);
                taken.increment();
            }
        } catch (SerializationException e) {
            LOGGER.error(
                    "Counts for alert rules can't be read: {}-{}, offset {} ({})",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    @Override
    public void forget() {
        projection = projections.get();
    }
}
