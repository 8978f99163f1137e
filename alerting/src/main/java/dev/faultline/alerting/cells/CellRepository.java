package dev.faultline.alerting.cells;

import static dev.faultline.alerting.db.Tables.ALERT_CELLS;
import static dev.faultline.alerting.db.Tables.ALERT_TICKS;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.row;

import dev.faultline.database.RequestDatabase;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/// The rows of `alert_cells` and `alert_ticks`.
final class CellRepository {

    private final RequestDatabase database;

    CellRepository(RequestDatabase database) {
        this.database = database;
    }

    /// Writes those minutes that nobody else has written since their revision.
    ///
    /// @return those that are written
    Set<CellMinute> save(Collection<StoredMinute> minutes) {
        var rows =
                minutes.stream()
                        .map(each ->
                                row(
                                        each.minute().project().value(),
                                        time(each.minute().start()),
                                        each.minute().lane(),
                                        each.fine(),
                                        each.revision() + 1,
                                        MinuteCellsCodec.write(each.cells())))
                        .toList();
        return new HashSet<>(
                database.answer(sql ->
                        sql.insertInto(
                                        ALERT_CELLS,
                                        ALERT_CELLS.PROJECT,
                                        ALERT_CELLS.MINUTE,
                                        ALERT_CELLS.LANE,
                                        ALERT_CELLS.FINE,
                                        ALERT_CELLS.REVISION,
                                        ALERT_CELLS.CELLS)
                                .valuesOfRows(rows)
                                .onConflict(
                                        ALERT_CELLS.PROJECT, ALERT_CELLS.MINUTE, ALERT_CELLS.LANE)
                                .doUpdate()
                                .set(ALERT_CELLS.FINE, excluded(ALERT_CELLS.FINE))
                                .set(ALERT_CELLS.REVISION, excluded(ALERT_CELLS.REVISION))
                                .set(ALERT_CELLS.CELLS, excluded(ALERT_CELLS.CELLS))
                                .where(
                                        ALERT_CELLS.REVISION.eq(
                                                excluded(ALERT_CELLS.REVISION).minus(1)))
                                .returningResult(
                                        ALERT_CELLS.PROJECT, ALERT_CELLS.MINUTE, ALERT_CELLS.LANE)
                                .fetch(Records.mapping(CellRepository::minute))));
    }

    List<StoredMinute> find(Collection<CellMinute> minutes) {
        return where(
                row(ALERT_CELLS.PROJECT, ALERT_CELLS.MINUTE, ALERT_CELLS.LANE)
                        .in(
                                minutes.stream()
                                        .map(each ->
                                                row(
                                                        each.project().value(),
                                                        time(each.start()),
                                                        each.lane()))
                                        .toList()),
                minutes.size());
    }

    /// In the order of time and lane.
    ///
    /// @param after where to go on; null: from the beginning
    /// @param from the first minute
    /// @param to the last
    List<StoredMinute> past(
            ProjectId project, Instant from, Instant to, @Nullable CellMinute after, int limit) {
        Condition condition =
                ALERT_CELLS
                        .PROJECT
                        .eq(project.value())
                        .and(ALERT_CELLS.MINUTE.between(time(from), time(to)));
        return where(
                after == null
                        ? condition
                        : condition.and(
                                row(ALERT_CELLS.MINUTE, ALERT_CELLS.LANE)
                                        .gt(time(after.start()), after.lane())),
                limit);
    }

    /// Minutes that tell seconds apart and are older than they need to, the oldest first.
    List<StoredMinute> fineBefore(Instant time, int limit) {
        return where(ALERT_CELLS.FINE.isTrue().and(ALERT_CELLS.MINUTE.lt(time(time))), limit);
    }

    void deleteBefore(Instant time) {
        database.answer(sql ->
                sql.deleteFrom(ALERT_CELLS).where(ALERT_CELLS.MINUTE.lt(time(time))).execute());
    }

    private List<StoredMinute> where(Condition condition, int limit) {
        return database.answer(sql ->
                sql.select(
                                ALERT_CELLS.PROJECT,
                                ALERT_CELLS.MINUTE,
                                ALERT_CELLS.LANE,
                                ALERT_CELLS.FINE,
                                ALERT_CELLS.REVISION,
                                ALERT_CELLS.CELLS)
                        .from(ALERT_CELLS)
                        .where(condition)
                        .orderBy(ALERT_CELLS.MINUTE, ALERT_CELLS.LANE)
                        .limit(limit)
                        .fetch(Records.mapping(CellRepository::stored)));
    }

    private static CellMinute minute(String project, OffsetDateTime minute, int lane) {
        return CellMinute.of(new ProjectId(project), minute.toEpochSecond(), lane);
    }

    private static StoredMinute stored(
            String project,
            OffsetDateTime start,
            int lane,
            boolean fine,
            long revision,
            byte[] cells) {
        CellMinute minute = minute(project, start, lane);
        return new StoredMinute(minute, fine, revision, MinuteCellsCodec.read(minute, cells));
    }

    void save(List<LaneTime> times) {
        var rows =
                times.stream()
                        .map(each ->
                                row(
                                        each.shard(),
                                        each.lane(),
                                        time(each.since()),
                                        time(each.toldAt()),
                                        time(each.watermark())))
                        .toList();
        database.answer(sql ->
                sql.insertInto(
                                ALERT_TICKS,
                                ALERT_TICKS.SHARD,
                                ALERT_TICKS.LANE,
                                ALERT_TICKS.SINCE,
                                ALERT_TICKS.TOLD_AT,
                                ALERT_TICKS.WATERMARK)
                        .valuesOfRows(rows)
                        .onConflict(ALERT_TICKS.SHARD, ALERT_TICKS.LANE)
                        .doUpdate()
                        .set(
                                ALERT_TICKS.SINCE,
                                least(ALERT_TICKS.SINCE, excluded(ALERT_TICKS.SINCE)))
                        .set(
                                ALERT_TICKS.TOLD_AT,
                                greatest(ALERT_TICKS.TOLD_AT, excluded(ALERT_TICKS.TOLD_AT)))
                        .set(
                                ALERT_TICKS.WATERMARK,
                                greatest(ALERT_TICKS.WATERMARK, excluded(ALERT_TICKS.WATERMARK)))
                        .execute());
    }

    List<LaneTime> times(int shard) {
        return database.answer(sql ->
                sql.select(
                                ALERT_TICKS.SHARD,
                                ALERT_TICKS.LANE,
                                ALERT_TICKS.SINCE,
                                ALERT_TICKS.TOLD_AT,
                                ALERT_TICKS.WATERMARK)
                        .from(ALERT_TICKS)
                        .where(ALERT_TICKS.SHARD.eq(shard))
                        .fetch(Records.mapping(CellRepository::laneTime)));
    }

    private static LaneTime laneTime(
            int shard,
            int lane,
            OffsetDateTime since,
            OffsetDateTime toldAt,
            OffsetDateTime watermark) {
        return new LaneTime(
                shard, lane, since.toInstant(), toldAt.toInstant(), watermark.toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
