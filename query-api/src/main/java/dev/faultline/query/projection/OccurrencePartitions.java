package dev.faultline.query.projection;

import dev.faultline.database.DatabaseFailure;
import dev.faultline.query.database.QueryDatabase;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The partitions of table `occurrences`, one for each day on which rows expire. Thread-safe.
///
/// The statements are plain SQL: jOOQ knows no partitions. What they are made of is days.
public final class OccurrencePartitions {

    private static final Logger LOGGER = LoggerFactory.getLogger(OccurrencePartitions.class);

    /// Held by the one process that makes a partition.
    private static final long LOCK = 4_711_007;

    private static final String PARENT = "query.occurrences";
    private static final String PREFIX = "occurrences_";
    private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;

    private final DSLContext database;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    OccurrencePartitions(QueryDatabase database) {
        this.database = database.projection();
    }

    /// Makes those that are not there.
    void ensure(Collection<LocalDate> days) {
        for (LocalDate day : days) {
            if (!known.contains(day)) {
                create(day);
                known.add(day);
            }
        }
    }

    /// A table is made first and attached then: that does not wait for readers and writers of the
    /// others, nor do they wait for it.
    private void create(LocalDate day) {
        String name = PARENT + "_" + day.format(NAME);
        database.transaction(transaction -> {
            DSLContext db = transaction.dsl();
            db.execute("select pg_advisory_xact_lock(%d)".formatted(LOCK));
            if (db.fetchValue("select to_regclass('%s')".formatted(name)) != null) {
                return;
            }
            db.execute("create table %s (like %s including all)".formatted(name, PARENT));
            db.execute(
                    "alter table %s attach partition %s for values from ('%s') to ('%s')"
                            .formatted(PARENT, name, day, day.plusDays(1)));
        });
    }

    /// Drops those of days before this one. What is in use for longer than a moment is left for the
    /// next time.
    public void dropBefore(LocalDate day) {
        for (LocalDate expired : days()) {
            if (expired.isBefore(day)) {
                drop(expired);
            }
        }
    }

    private void drop(LocalDate day) {
        try {
            database.transaction(transaction -> {
                DSLContext db = transaction.dsl();
                // Who reads or writes any partition has to wait while this waits.
                db.execute("set local lock_timeout = '200ms'");
                db.execute("drop table if exists %s_%s".formatted(PARENT, day.format(NAME)));
            });
            known.remove(day);
            LOGGER.info("Dropped the occurrences that were kept until {}", day);
        } catch (DataAccessException e) {
            if (!DatabaseFailure.of(e).isTransient()) {
                throw e;
            }
            LOGGER.debug("The occurrences of {} are in use", day, e);
        }
    }

    private List<LocalDate> days() {
        return database.fetch(
                        "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = '%s'::regclass"
                                .formatted(PARENT))
                .map(row ->
                        LocalDate.parse(row.get(0, String.class).substring(PREFIX.length()), NAME));
    }
}
