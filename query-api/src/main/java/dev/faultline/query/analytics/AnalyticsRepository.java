package dev.faultline.query.analytics;

import static dev.faultline.query.db.Tables.ERROR_TOTALS;
import static dev.faultline.query.db.Tables.EVENT_COUNTS;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import dev.faultline.count.CountSpan;
import dev.faultline.count.EventCounts;
import dev.faultline.event.ProjectId;
import dev.faultline.group.GroupStatus;
import dev.faultline.query.analytics.Statistics.RecentEvents;
import dev.faultline.query.analytics.Statistics.Totals;
import dev.faultline.query.database.QueryDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// Adds up what the projector stored of the past.
final class AnalyticsRepository {

    private static final String RESOLVED = GroupStatus.RESOLVED.name().toLowerCase(Locale.ROOT);

    private static final Field<Long> EVENTS =
            EVENT_COUNTS
                    .FATAL
                    .plus(EVENT_COUNTS.ERROR)
                    .plus(EVENT_COUNTS.WARNING)
                    .plus(EVENT_COUNTS.INFO)
                    .plus(EVENT_COUNTS.DEBUG);

    private final QueryDatabase database;

    AnalyticsRepository(QueryDatabase database) {
        this.database = database;
    }

    Totals totals(ProjectId project) {
        Condition resolved = ERROR_TOTALS.STATUS.eq(inline(RESOLVED));
        return database.answer(db ->
                db.select(
                                total(ERROR_TOTALS.GROUPS),
                                coalesce(
                                                sum(ERROR_TOTALS.GROUPS).filterWhere(resolved),
                                                inline(BigDecimal.ZERO))
                                        .cast(SQLDataType.BIGINT),
                                total(ERROR_TOTALS.RESOLUTION_MILLIS))
                        .from(ERROR_TOTALS)
                        .where(ERROR_TOTALS.PROJECT.eq(project.value()))
                        .fetchSingle(row -> new Totals(row.value1(), row.value2(), row.value3())));
    }

    RecentEvents recentEvents(ProjectId project, RecentWindows windows) {
        Instant tomorrow = windows.tomorrow();
        Instant quarter = windows.firstQuarterHour();
        return database.answer(db ->
                db.select(
                                events(project, CountSpan.DAY, windows.today(), tomorrow),
                                events(project, CountSpan.DAY, windows.week(), tomorrow),
                                events(project, CountSpan.DAY, windows.month(), tomorrow),
                                events(project, CountSpan.MINUTE, windows.last24Hours(), quarter),
                                events(project, CountSpan.QUARTER_HOUR, quarter, tomorrow))
                        .fetchSingle(row ->
                                new RecentEvents(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4() + row.value5())));
    }

    /// What happened between each two neighbours, by the number of the first; nothing where nothing
    /// happened.
    ///
    /// @param cells that the buckets are made of
    Map<Integer, EventCounts> series(
            ProjectId project, SeriesCells cells, List<Instant> boundaries) {
        Field<Integer> bucket = bucket(boundaries).as("bucket");
        return database.answer(db ->
                db.select(
                                bucket,
                                total(EVENT_COUNTS.FATAL),
                                total(EVENT_COUNTS.ERROR),
                                total(EVENT_COUNTS.WARNING),
                                total(EVENT_COUNTS.INFO),
                                total(EVENT_COUNTS.DEBUG),
                                total(EVENT_COUNTS.RESOLVED))
                        .from(EVENT_COUNTS)
                        .where(within(project, cells, boundaries))
                        .groupBy(bucket)
                        .fetchMap(
                                row -> row.value1() - 1,
                                row ->
                                        new EventCounts(
                                                row.value2(),
                                                row.value3(),
                                                row.value4(),
                                                row.value5(),
                                                row.value6(),
                                                row.value7())));
    }

    /// jOOQ knows `width_bucket` for equal widths only. Counts from 1.
    private static Field<Integer> bucket(List<Instant> boundaries) {
        return field(
                "width_bucket({0}, {1})",
                SQLDataType.INTEGER, EVENT_COUNTS.START, val(times(boundaries)));
    }

    private static Field<Long> events(
            ProjectId project, CountSpan span, Instant from, Instant until) {
        return field(
                select(total(EVENTS)).from(EVENT_COUNTS).where(within(project, span, from, until)));
    }

    private static Condition within(
            ProjectId project, SeriesCells cells, List<Instant> boundaries) {
        Condition all = within(project, cells.span(), boundaries.getFirst(), boundaries.getLast());
        return cells.split().isEmpty()
                ? all
                : all.and(EVENT_COUNTS.START.ne(all(times(cells.split()))))
                        .or(
                                within(
                                                project,
                                                CountSpan.QUARTER_HOUR,
                                                boundaries.getFirst(),
                                                boundaries.getLast())
                                        .and(
                                                EVENT_COUNTS.START.eq(
                                                        any(times(cells.quarterHours())))));
    }

    private static OffsetDateTime[] times(List<Instant> instants) {
        return instants.stream().map(AnalyticsRepository::time).toArray(OffsetDateTime[]::new);
    }

    private static Condition within(
            ProjectId project, CountSpan span, Instant from, Instant until) {
        return EVENT_COUNTS
                .PROJECT
                .eq(project.value())
                .and(EVENT_COUNTS.SPAN.eq(inline(span.text())))
                .and(EVENT_COUNTS.START.ge(time(from)))
                .and(EVENT_COUNTS.START.lt(time(until)));
    }

    /// 0 where there is nothing to add up.
    private static Field<Long> total(Field<Long> field) {
        return coalesce(sum(field), inline(BigDecimal.ZERO)).cast(SQLDataType.BIGINT);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
