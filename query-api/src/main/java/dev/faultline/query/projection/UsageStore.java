package dev.faultline.query.projection;

import static dev.faultline.query.db.Tables.KEY_USAGE;
import static dev.faultline.query.db.Tables.KEY_USAGE_HOURS;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;

import dev.faultline.usage.KeyUsage;
import dev.faultline.usage.RequestClass;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;

/// Adds to `key_usage_hours` and `key_usage`, and keeps them small. What is added is added once,
/// since the offsets are stored in the same transaction. Rows come in the order of their keys.
final class UsageStore {

    /// In the order in which [#values(Hour, KeyUsage.Amount)] gives them.
    private static final List<Field<?>> HOUR_COLUMNS =
            List.of(
                    KEY_USAGE_HOURS.KEY_ID,
                    KEY_USAGE_HOURS.CLASS,
                    KEY_USAGE_HOURS.HOUR,
                    KEY_USAGE_HOURS.WITHIN,
                    KEY_USAGE_HOURS.OVER,
                    KEY_USAGE_HOURS.REFUSED);

    /// In the order in which [#values(String, LastUse)] gives them.
    private static final List<Field<?>> LAST_USE_COLUMNS =
            List.of(KEY_USAGE.KEY_ID, KEY_USAGE.PROJECT, KEY_USAGE.LAST_USED);

    void store(DSLContext transaction, List<KeyUsage> usage) {
        Map<Hour, KeyUsage.Amount> hours = new TreeMap<>(Hour.ORDER);
        Map<String, LastUse> lastUses = new TreeMap<>();
        for (KeyUsage used : usage) {
            for (KeyUsage.Amount amount : used.amounts()) {
                hours.merge(Hour.of(used, amount), amount, KeyUsage.Amount::plus);
                lastUses.merge(used.keyId(), LastUse.of(used, amount), LastUse::later);
            }
        }
        if (!hours.isEmpty()) {
            transaction.batch(addHour(transaction), rows(hours, UsageStore::values)).execute();
            transaction
                    .batch(putLastUse(transaction), rows(lastUses, UsageStore::values))
                    .execute();
        }
    }

    private static <K, V> Object[][] rows(Map<K, V> rows, BiFunction<K, V, Object[]> values) {
        return rows.entrySet().stream()
                .map(row -> values.apply(row.getKey(), row.getValue()))
                .toArray(Object[][]::new);
    }

    private static Query addHour(DSLContext transaction) {
        return transaction
                .insertInto(KEY_USAGE_HOURS)
                .columns(HOUR_COLUMNS)
                .values(new Object[HOUR_COLUMNS.size()])
                .onConflict(KEY_USAGE_HOURS.KEY_ID, KEY_USAGE_HOURS.CLASS, KEY_USAGE_HOURS.HOUR)
                .doUpdate()
                .set(KEY_USAGE_HOURS.WITHIN, sum(KEY_USAGE_HOURS.WITHIN))
                .set(KEY_USAGE_HOURS.OVER, sum(KEY_USAGE_HOURS.OVER))
                .set(KEY_USAGE_HOURS.REFUSED, sum(KEY_USAGE_HOURS.REFUSED));
    }

    private static Field<Long> sum(Field<Long> amount) {
        return amount.plus(excluded(amount));
    }

    private static Object[] values(Hour hour, KeyUsage.Amount amount) {
        return new Object[] {
            hour.keyId(),
            hour.type().label(),
            time(hour.begin()),
            amount.within(),
            amount.over(),
            amount.refused()
        };
    }

    private static Query putLastUse(DSLContext transaction) {
        return transaction
                .insertInto(KEY_USAGE)
                .columns(LAST_USE_COLUMNS)
                .values(new Object[LAST_USE_COLUMNS.size()])
                .onConflict(KEY_USAGE.KEY_ID)
                .doUpdate()
                .set(
                        KEY_USAGE.LAST_USED,
                        greatest(KEY_USAGE.LAST_USED, excluded(KEY_USAGE.LAST_USED)));
    }

    private static Object[] values(String keyId, LastUse lastUse) {
        return new Object[] {keyId, lastUse.project(), time(lastUse.time())};
    }

    /// Removes what is older.
    void trim(DSLContext database, Instant oldest) {
        database.deleteFrom(KEY_USAGE_HOURS).where(KEY_USAGE_HOURS.HOUR.lt(time(oldest))).execute();
        database.deleteFrom(KEY_USAGE).where(KEY_USAGE.LAST_USED.lt(time(oldest))).execute();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Hour(String keyId, RequestClass type, Instant begin) {

        private static final Comparator<Hour> ORDER =
                Comparator.comparing(Hour::keyId)
                        .thenComparing(Hour::type)
                        .thenComparing(Hour::begin);

        static Hour of(KeyUsage usage, KeyUsage.Amount amount) {
            return new Hour(
                    usage.keyId(),
                    amount.type(),
                    Instant.ofEpochSecond(amount.second()).truncatedTo(ChronoUnit.HOURS));
        }
    }

    private record LastUse(String project, Instant time) {

        static LastUse of(KeyUsage usage, KeyUsage.Amount amount) {
            return new LastUse(usage.project().value(), Instant.ofEpochSecond(amount.second()));
        }

        LastUse later(LastUse other) {
            return other.time().isAfter(time) ? other : this;
        }
    }
}
