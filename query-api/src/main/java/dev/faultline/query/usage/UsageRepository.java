package dev.faultline.query.usage;

import static dev.faultline.query.db.Tables.KEY_USAGE;
import static dev.faultline.query.db.Tables.KEY_USAGE_HOURS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.faultline.event.ProjectId;
import dev.faultline.query.database.QueryDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Field;

/// Reads what keys used, as the projector stored it.
final class UsageRepository {

    private final QueryDatabase database;

    UsageRepository(QueryDatabase database) {
        this.database = database;
    }

    List<UsageReport.OfKey> keys(ProjectId project, Instant since) {
        var classes =
                multiset(
                                select(
                                                KEY_USAGE_HOURS.CLASS,
                                                total(
                                                        KEY_USAGE_HOURS.WITHIN.plus(
                                                                KEY_USAGE_HOURS.OVER)),
                                                total(KEY_USAGE_HOURS.OVER),
                                                total(KEY_USAGE_HOURS.REFUSED))
                                        .from(KEY_USAGE_HOURS)
                                        .where(KEY_USAGE_HOURS.KEY_ID.eq(KEY_USAGE.KEY_ID))
                                        .and(KEY_USAGE_HOURS.HOUR.ge(time(since)))
                                        .groupBy(KEY_USAGE_HOURS.CLASS)
                                        .orderBy(KEY_USAGE_HOURS.CLASS))
                        .convertFrom(rows -> rows.map(mapping(UsageReport.OfClass::new)));
        return database.answer(db ->
                db.select(
                                KEY_USAGE.KEY_ID,
                                KEY_USAGE.LAST_USED.convertFrom(OffsetDateTime::toInstant),
                                classes)
                        .from(KEY_USAGE)
                        .where(KEY_USAGE.PROJECT.eq(project.value()))
                        .and(KEY_USAGE.LAST_USED.ge(time(since)))
                        .orderBy(KEY_USAGE.KEY_ID)
                        .fetch(mapping(UsageReport.OfKey::of)));
    }

    Map<String, Instant> lastUsed(Collection<String> keyIds) {
        return database.answer(db ->
                db.select(KEY_USAGE.KEY_ID, KEY_USAGE.LAST_USED)
                        .from(KEY_USAGE)
                        .where(KEY_USAGE.KEY_ID.in(keyIds))
                        .fetchMap(row -> row.value1(), row -> row.value2().toInstant()));
    }

    private static Field<Long> total(Field<Long> amounts) {
        return sum(amounts).convertFrom(BigDecimal::longValueExact);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
