package dev.faultline.alerting.silences;

import static dev.faultline.alerting.db.Tables.SILENCES;

import dev.faultline.database.RequestDatabase;
import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import dev.faultline.web.Paging;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Records;

/// The silences of projects, those that ended too, for a while.
final class SilenceRepository {

    private static final Duration RETENTION = Duration.ofDays(90);

    private final RequestDatabase database;

    SilenceRepository(RequestDatabase database) {
        this.database = database;
    }

    /// Those that end last come first.
    List<Silence> page(ProjectId project, Paging paging) {
        return database.answer(sql ->
                sql.select(
                                SILENCES.ID,
                                SILENCES.MATCHERS,
                                SILENCES.COMMENT,
                                SILENCES.CREATED_BY,
                                SILENCES.CREATED_AT,
                                SILENCES.ENDS_AT)
                        .from(SILENCES)
                        .where(SILENCES.PROJECT.eq(project.value()))
                        .orderBy(SILENCES.ENDS_AT.desc(), SILENCES.ID)
                        .limit(paging.limit())
                        .offset(paging.offset())
                        .fetch(Records.mapping(SilenceRepository::silence)));
    }

    private static Silence silence(
            UUID id,
            String matchers,
            String comment,
            String createdBy,
            OffsetDateTime createdAt,
            OffsetDateTime endsAt) {
        return new Silence(
                id,
                SilenceStore.matchers(matchers),
                comment,
                createdBy,
                createdAt.toInstant(),
                endsAt.toInstant());
    }

    int count(ProjectId project) {
        return count(SILENCES.PROJECT.eq(project.value()));
    }

    int countActive(ProjectId project, Instant now) {
        return count(
                SILENCES.PROJECT
                        .eq(project.value())
                        .and(SILENCES.ENDS_AT.gt(now.atOffset(ZoneOffset.UTC))));
    }

    private int count(Condition condition) {
        return database.answer(sql -> sql.fetchCount(SILENCES, condition));
    }

    /// The table grows here alone, so here those go that ended long ago.
    void add(ProjectId project, Silence silence) {
        Instant forgotten = silence.createdAt().minus(RETENTION);
        database.answer(sql ->
                sql.deleteFrom(SILENCES)
                        .where(SILENCES.PROJECT.eq(project.value()))
                        .and(SILENCES.ENDS_AT.lt(forgotten.atOffset(ZoneOffset.UTC)))
                        .execute());
        database.answer(sql ->
                sql.insertInto(SILENCES)
                        .set(SILENCES.ID, silence.id())
                        .set(SILENCES.PROJECT, project.value())
                        .set(
                                SILENCES.MATCHERS,
                                Json.mapper().writeValueAsString(silence.matchers()))
                        .set(SILENCES.COMMENT, silence.comment())
                        .set(SILENCES.CREATED_BY, silence.createdBy())
                        .set(SILENCES.CREATED_AT, silence.createdAt().atOffset(ZoneOffset.UTC))
                        .set(SILENCES.ENDS_AT, silence.endsAt().atOffset(ZoneOffset.UTC))
                        .execute());
    }

    /// Takes one away, active or not.
    ///
    /// @return what it was; empty if there is none
    Optional<Silence> remove(ProjectId project, UUID id) {
        return database.answer(sql ->
                sql.deleteFrom(SILENCES)
                        .where(SILENCES.ID.eq(id))
                        .and(SILENCES.PROJECT.eq(project.value()))
                        .returningResult(
                                SILENCES.ID,
                                SILENCES.MATCHERS,
                                SILENCES.COMMENT,
                                SILENCES.CREATED_BY,
                                SILENCES.CREATED_AT,
                                SILENCES.ENDS_AT)
                        .fetchOptional(Records.mapping(SilenceRepository::silence)));
    }
}
