package dev.faultline.aggregator.streams;

import dev.faultline.heartbeat.StageName;
import dev.faultline.telemetry.StageCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.processor.StateRestoreListener;

/// An aggregator does its job while Kafka Streams runs. It is given its partitions, and reads its
/// stores back, before it can: that is as good, as long as it moves.
public final class StreamsCheck
        implements StageCheck, KafkaStreams.StateListener, StateRestoreListener {

    /// A rebalance waits for the session of a member that vanished, 10 s.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private volatile State state = State.CREATED;
    private volatile Instant movedAt;

    public StreamsCheck(InstantSource clock) {
        this.clock = clock;
        this.movedAt = clock.instant();
    }

    @Override
    public StageName stage() {
        return StageName.AGGREGATOR;
    }

    @Override
    public Optional<String> notReady() {
        return switch (state) {
            case RUNNING -> Optional.empty();
            case CREATED, REBALANCING -> stuck();
            case PENDING_ERROR, ERROR -> Optional.of("Kafka Streams has failed: the log says why");
            case PENDING_SHUTDOWN, NOT_RUNNING -> Optional.of("Kafka Streams has been stopped");
        };
    }

    private Optional<String> stuck() {
        Duration still = Duration.between(movedAt, clock.instant());
        return still.compareTo(PATIENCE) <= 0
                ? Optional.empty()
                : Optional.of(
                        "Kafka Streams has been %s for %d s without getting any further"
                                .formatted(state, still.toSeconds()));
    }

    @Override
    public void onChange(State newState, State oldState) {
        movedAt = clock.instant();
        state = newState;
    }

    @Override
    public void onRestoreStart(
            TopicPartition partition, String store, long startingOffset, long endingOffset) {
        movedAt = clock.instant();
    }

    @Override
    public void onBatchRestored(
            TopicPartition partition, String store, long batchEndOffset, long restored) {
        movedAt = clock.instant();
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long totalRestored) {
        movedAt = clock.instant();
    }
}
