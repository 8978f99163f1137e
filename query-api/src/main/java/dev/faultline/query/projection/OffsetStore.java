package dev.faultline.query.projection;

import static dev.faultline.query.db.Tables.PROJECTION_OFFSETS;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jooq.DSLContext;
import org.jooq.Query;

/// Reads and writes `projection_offsets`.
final class OffsetStore {

    private static final Comparator<Advance> ORDER =
            Comparator.<Advance, String>comparing(advance -> advance.partition().topic())
                    .thenComparingInt(advance -> advance.partition().partition());

    /// How far to read on, in each of these partitions that was begun.
    ///
    /// @throws ForeignLogException if what is stored was read from another log
    Map<TopicPartition, Long> next(
            DSLContext database, Collection<TopicPartition> partitions, LogIdentity log) {
        Map<TopicPartition, Long> next = new HashMap<>();
        database.select(
                        PROJECTION_OFFSETS.TOPIC,
                        PROJECTION_OFFSETS.PARTITION,
                        PROJECTION_OFFSETS.NEXT_OFFSET,
                        PROJECTION_OFFSETS.CLUSTER_ID,
                        PROJECTION_OFFSETS.TOPIC_ID)
                .from(PROJECTION_OFFSETS)
                .forEach(row -> {
                    TopicPartition partition = new TopicPartition(row.value1(), row.value2());
                    if (partitions.contains(partition)) {
                        log.check(partition.topic(), row.value4(), row.value5());
                        next.put(partition, row.value3());
                    }
                });
        return next;
    }

    /// Remembers where partitions begin that were never read.
    void begin(DSLContext database, Map<TopicPartition, Long> offsets, LogIdentity log) {
        offsets.forEach((partition, offset) ->
                database.insertInto(PROJECTION_OFFSETS)
                        .set(PROJECTION_OFFSETS.TOPIC, partition.topic())
                        .set(PROJECTION_OFFSETS.PARTITION, partition.partition())
                        .set(PROJECTION_OFFSETS.NEXT_OFFSET, offset)
                        .set(PROJECTION_OFFSETS.CLUSTER_ID, log.clusterId())
                        .set(PROJECTION_OFFSETS.TOPIC_ID, log.topicId(partition.topic()))
                        .onConflictDoNothing()
                        .execute());
    }

    /// Moves on, if nobody else has.
    ///
    /// @throws OwnershipLostException if the stored offset is not the expected one: another
    ///   projector reads this partition now
    void advance(DSLContext transaction, List<Advance> advances) {
        Object[][] steps =
                advances.stream()
                        .sorted(ORDER)
                        .map(advance ->
                                new Object[] {
                                    advance.next(),
                                    advance.partition().topic(),
                                    advance.partition().partition(),
                                    advance.expected()
                                })
                        .toArray(Object[][]::new);
        int[] moved = transaction.batch(step(transaction), steps).execute();
        if (Arrays.stream(moved).anyMatch(rows -> rows == 0)) {
            throw new OwnershipLostException();
        }
    }

    /// The values only give the parameters their types.
    private static Query step(DSLContext transaction) {
        return transaction
                .update(PROJECTION_OFFSETS)
                .set(PROJECTION_OFFSETS.NEXT_OFFSET, 0L)
                .where(PROJECTION_OFFSETS.TOPIC.eq(""))
                .and(PROJECTION_OFFSETS.PARTITION.eq(0))
                .and(PROJECTION_OFFSETS.NEXT_OFFSET.eq(0L));
    }

    /// A step in one partition.
    ///
    /// @param expected the stored offset
    /// @param next the one to store
    record Advance(TopicPartition partition, long expected, long next) {}
}
