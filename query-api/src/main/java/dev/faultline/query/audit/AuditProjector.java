package dev.faultline.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.audit.AuditEntry;
import dev.faultline.event.Uuids;
import dev.faultline.kafka.GroupConsumer;
import dev.faultline.query.audit.AuditRepository.ReadLine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Appends what is in the topic of the audit trail to the table, and takes out what is a year old.
/// A line that comes twice is appended once.
final class AuditProjector implements GroupConsumer.Work {

    private static final Logger LOGGER = LoggerFactory.getLogger(AuditProjector.class);
    private static final Duration RETENTION = Duration.ofDays(365);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final AuditRepository repository;
    private final InstantSource clock;
    private long sweptNanos = System.nanoTime() - BETWEEN_SWEEPS.toNanos();

    AuditProjector(AuditRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public boolean take(ConsumerRecords<byte[], byte[]> records) {
        List<ReadLine> lines =
                StreamSupport.stream(records.spliterator(), false)
                        .map(AuditProjector::read)
                        .flatMap(Optional::stream)
                        .toList();
        if (!lines.isEmpty()) {
            repository.append(lines);
        }
        sweep();
        return true;
    }

    private static Optional<ReadLine> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            AuditEntry entry = AuditEntry.read(record.value());
            return Optional.of(
                    new ReadLine(
                            Uuids.parse(entry.id())
                                    .orElseThrow(() -> new IllegalArgumentException("its id")),
                            entry,
                            new String(record.value(), UTF_8)));
        } catch (IllegalArgumentException e) {
            LOGGER.error(
                    "A line of the audit trail can't be read: {}-{}, offset {} ({})",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private void sweep() {
        if (System.nanoTime() - sweptNanos >= BETWEEN_SWEEPS.toNanos()) {
            repository.forgetBefore(clock.instant().minus(RETENTION));
            sweptNanos = System.nanoTime();
        }
    }
}
