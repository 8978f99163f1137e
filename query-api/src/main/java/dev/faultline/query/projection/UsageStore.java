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
import org.jooq.DSLContext;

/// Adds to `key_usage_hours` and `key_usage`, and keeps them small. What is added is added once,
/// since the offsets are stored in the same transaction. Rows come in the order of their keys.
final class UsageStore {

    void store(DSLContext transaction, List<KeyUsage> usage) {
        Map<Hour, KeyUsage.Amount> hours = new TreeMap<>(Hour.ORDER);
        Map<String, LastUse> lastUses = new TreeMap<>();
        for (KeyUsage used : usage) {
            for (KeyUsage.Amount amount : used.amounts()) {
                hours.merge(Hour.of(used, amount), amount, KeyUsage.Amount::plus);
                lastUses.merge(used.keyId(), LastUse.of(used, amount), LastUse::later);
            }
        }
        hours.forEach((hour, amount) -> add(transaction, hour, amount));
        lastUses.forEach((keyId, lastUse) -> put(transaction, keyId, lastUse));
    }

    private static void add(DSLContext transaction, Hour hour, KeyUsage.Amount amount) {
        transaction
                .insertInto(KEY_USAGE_HOURS)
                .set(KEY_USAGE_HOURS.KEY_ID, hour.keyId())
                .set(KEY_USAGE_HOURS.CLASS, hour.type().label())
                .set(KEY_USAGE_HOURS.HOUR, time(hour.begin()))
                .set(KEY_USAGE_HOURS.PROJECT, hour.project())
                .set(KEY_USAGE_HOURS.WITHIN, amount.within())
                .set(KEY_USAGE_HOURS.OVER, amount.over())
                .set(KEY_USAGE_HOURS.REFUSED, amount.refused())
                .onConflict(KEY_USAGE_HOURS.KEY_ID, KEY_USAGE_HOURS.CLASS, KEY_USAGE_HOURS.HOUR)
                .doUpdate()
                .set(
                        KEY_USAGE_HOURS.WITHIN,
                        KEY_USAGE_HOURS.WITHIN.plus(excluded(KEY_USAGE_HOURS.WITHIN)))
                .set(
                        KEY_USAGE_HOURS.OVER,
                        KEY_USAGE_HOURS.OVER.plus(excluded(KEY_USAGE_HOURS.OVER)))
                .set(
                        KEY_USAGE_HOURS.REFUSED,
                        KEY_USAGE_HOURS.REFUSED.plus(excluded(KEY_USAGE_HOURS.REFUSED)))
                .execute();
    }

    private static void put(DSLContext transaction, String keyId, LastUse lastUse) {
        transaction
                .insertInto(KEY_USAGE)
                .set(KEY_USAGE.KEY_ID, keyId)
                .set(KEY_USAGE.PROJECT, lastUse.project())
                .set(KEY_USAGE.LAST_USED, time(lastUse.time()))
                .onConflict(KEY_USAGE.KEY_ID)
                .doUpdate()
                .set(
                        KEY_USAGE.LAST_USED,
                        greatest(KEY_USAGE.LAST_USED, excluded(KEY_USAGE.LAST_USED)))
                .execute();
    }

    /// Removes what is older.
    void trim(DSLContext database, Instant oldest) {
        database.deleteFrom(KEY_USAGE_HOURS).where(KEY_USAGE_HOURS.HOUR.lt(time(oldest))).execute();
        database.deleteFrom(KEY_USAGE).where(KEY_USAGE.LAST_USED.lt(time(oldest))).execute();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Hour(String keyId, RequestClass type, Instant begin, String project) {

        private static final Comparator<Hour> ORDER =
                Comparator.comparing(Hour::keyId)
                        .thenComparing(Hour::type)
                        .thenComparing(Hour::begin);

        static Hour of(KeyUsage usage, KeyUsage.Amount amount) {
            return new Hour(
                    usage.keyId(),
                    amount.type(),
                    Instant.ofEpochSecond(amount.second()).truncatedTo(ChronoUnit.HOURS),
                    usage.project().value());
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
