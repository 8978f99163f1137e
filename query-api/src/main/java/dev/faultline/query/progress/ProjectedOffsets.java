package dev.faultline.query.progress;

import static dev.faultline.query.db.Tables.PROJECTION_OFFSETS;

import dev.faultline.query.database.QueryDatabase;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// How far the projectors have come, whichever process they run in.
public final class ProjectedOffsets {

    private final QueryDatabase database;

    ProjectedOffsets(QueryDatabase database) {
        this.database = database;
    }

    /// The next offset of each partition; one that no projector has begun is absent.
    public Map<TopicPartition, Long> next() {
        return database.projection()
                .select(
                        PROJECTION_OFFSETS.TOPIC,
                        PROJECTION_OFFSETS.PARTITION,
                        PROJECTION_OFFSETS.NEXT_OFFSET)
                .from(PROJECTION_OFFSETS)
                .fetchMap(
                        row -> new TopicPartition(row.value1(), row.value2()), row -> row.value3());
    }
}
