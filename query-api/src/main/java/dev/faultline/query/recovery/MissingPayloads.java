package dev.faultline.query.recovery;

import static dev.faultline.query.db.Tables.ERRORS;
import static org.jooq.impl.DSL.condition;

import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.group.Occurrence;
import dev.faultline.group.RawPosition;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.query.projection.PayloadStore;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/// The groups without a payload, as the database has them.
final class MissingPayloads {

    private final DSLContext database;
    private final PayloadStore payloads = new PayloadStore();

    MissingPayloads(QueryDatabase database) {
        this.database = database.projection();
    }

    List<GroupWithoutPayload> first(int limit) {
        return database.select(
                        ERRORS.ID,
                        ERRORS.PROJECT,
                        ERRORS.LAST_SEEN,
                        ERRORS.UPDATED_AT,
                        ERRORS.DELETED_AT,
                        ERRORS.POSITIONS)
                .from(ERRORS)
                .where(ERRORS.STATUS.isNotNull())
                // As the partial index has it.
                .and(condition("status <> 'deleted'"))
                .and(ERRORS.MESSAGE.isNull())
                .orderBy(ERRORS.ID)
                .limit(limit)
                .fetch(Records.mapping(MissingPayloads::group));
    }

    void store(Occurrence payload) {
        database.transaction(transaction -> payloads.store(transaction.dsl(), List.of(payload)));
    }

    private static GroupWithoutPayload group(
            UUID id,
            String project,
            OffsetDateTime lastSeen,
            OffsetDateTime updatedAt,
            @Nullable OffsetDateTime deletedAt,
            Long[] positions) {
        return new GroupWithoutPayload(
                new GroupId(id),
                new ProjectId(project),
                lastSeen.toInstant(),
                updatedAt.toInstant(),
                deletedAt == null ? null : deletedAt.toInstant(),
                IntStream.range(0, positions.length)
                        .filter(lane -> positions[lane] >= 0)
                        .mapToObj(lane -> new RawPosition(lane, positions[lane]))
                        .toList());
    }
}
