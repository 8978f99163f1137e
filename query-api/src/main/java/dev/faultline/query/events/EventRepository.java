package dev.faultline.query.events;

import static dev.faultline.query.db.Tables.ERRORS;
import static dev.faultline.query.db.Tables.EVENT_OUTCOMES;

import dev.faultline.event.EventId;
import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupId;
import dev.faultline.group.RawPosition;
import dev.faultline.query.database.QueryDatabase;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/// What the tables know of single events.
final class EventRepository {

    private final QueryDatabase database;

    EventRepository(QueryDatabase database) {
        this.database = database;
    }

    /// The event, if it is the one that its group shows.
    Optional<LocatedEvent> shown(ProjectId project, EventId id) {
        return database.answer(db ->
                db.select(ERRORS.ID, ERRORS.EVENT_LANE, ERRORS.EVENT_OFFSET)
                        .from(ERRORS)
                        .where(ERRORS.EVENT_ID.eq(id.value()))
                        .and(ERRORS.PROJECT.eq(project.value()))
                        .limit(1)
                        .fetchOptional(row ->
                                new LocatedEvent(
                                        id,
                                        new RawPosition(row.value2(), row.value3()),
                                        Optional.of(new GroupId(row.value1())))));
    }

    /// The latest record of this id that was not counted.
    Optional<Uncounted> uncounted(ProjectId project, EventId id) {
        return uncounted(
                EVENT_OUTCOMES
                        .EVENT_ID
                        .eq(id.value())
                        .and(EVENT_OUTCOMES.PROJECT.eq(project.value())));
    }

    /// The record at this place, if it was not counted.
    Optional<Uncounted> uncounted(ProjectId project, RawPosition position) {
        return uncounted(
                EVENT_OUTCOMES
                        .LANE
                        .eq(position.lane())
                        .and(EVENT_OUTCOMES.RECORD_OFFSET.eq(position.offset()))
                        .and(EVENT_OUTCOMES.PROJECT.eq(project.value())));
    }

    private Optional<Uncounted> uncounted(Condition wanted) {
        return database.answer(db ->
                db.select(
                                EVENT_OUTCOMES.LANE,
                                EVENT_OUTCOMES.RECORD_OFFSET,
                                EVENT_OUTCOMES.OUTCOME,
                                EVENT_OUTCOMES.GROUP_ID,
                                EVENT_OUTCOMES.REASON)
                        .from(EVENT_OUTCOMES)
                        .where(wanted)
                        .orderBy(EVENT_OUTCOMES.RECORDED_AT.desc())
                        .limit(1)
                        .fetchOptional(row ->
                                new Uncounted(
                                        new RawPosition(row.value1(), row.value2()),
                                        row.value3().equals("duplicate"),
                                        Optional.ofNullable(row.value4()).map(GroupId::new),
                                        row.value5())));
    }

    /// How far a group is projected.
    Optional<Standing> standing(ProjectId project, GroupId group) {
        return database.answer(db ->
                db.select(ERRORS.VISIBLE, ERRORS.POSITIONS)
                        .from(ERRORS)
                        .where(ERRORS.ID.eq(group.value()))
                        .and(ERRORS.PROJECT.eq(project.value()))
                        .and(ERRORS.POSITIONS.isNotNull())
                        .fetchOptional(row -> new Standing(row.value1(), List.of(row.value2()))));
    }

    /// @param groupId of a duplicate
    /// @param reason of a dead letter
    record Uncounted(
            RawPosition position,
            boolean duplicate,
            Optional<GroupId> groupId,
            @Nullable String reason) {}

    /// @param positions the highest raw offset applied, by lane
    record Standing(boolean visible, List<Long> positions) {}
}
