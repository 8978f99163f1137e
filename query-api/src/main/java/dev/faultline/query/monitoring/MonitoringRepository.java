package dev.faultline.query.monitoring;

import static dev.faultline.query.db.Tables.INSTANCE_MINUTES;
import static dev.faultline.query.db.Tables.MONITORING_RECORDER;
import static dev.faultline.query.db.Tables.SERVICE_OUTAGES;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import dev.faultline.database.DatabaseFailure;
import dev.faultline.query.database.QueryDatabase;
import dev.faultline.query.heartbeats.InstanceMinute;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertSetMoreStep;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// Writes and reads what the watch records.
final class MonitoringRepository {

    /// How long a recorder may be silent before another takes over.
    private static final Duration LEASE = Duration.ofSeconds(15);

    /// How long nobody may have recorded before that is an outage itself.
    private static final Duration GAP = Duration.ofSeconds(30);

    private static final Duration SHOWN = Duration.ofDays(30);
    private static final Duration MINUTES_KEPT = Duration.ofDays(31);
    private static final Duration OUTAGES_KEPT = Duration.ofDays(400);
    private static final int MOST_OUTAGES = 50_000;
    private static final int MOST_SHOWN = 10_000;

    private final QueryDatabase database;

    MonitoringRepository(QueryDatabase database) {
        this.database = database;
    }

    /// @param open to the server, of all its databases
    /// @param most that it allows
    record Connections(long open, long most) {}

    Connections connections() {
        var open = field("(select sum(numbackends) from pg_stat_database)", Long.class);
        var most = field("current_setting('max_connections')::bigint", Long.class);
        return watch(db ->
                db.select(open, most)
                        .fetchSingle(row -> new Connections(row.value1(), row.value2())));
    }

    private <T> T watch(Function<DSLContext, T> use) {
        try {
            return use.apply(database.monitoring());
        } catch (DataAccessException e) {
            throw new NotRecordedException(DatabaseFailure.of(e).reason(), e);
        }
    }

    /// Writes down a round, if it is this recorder's turn: one records for all, until it falls
    /// silent.
    ///
    /// @return whether it was
    boolean record(Round round) {
        return watch(db ->
                db.transactionResult(transaction -> {
                    DSLContext inOne = transaction.dsl();
                    Optional<Instant> before = takeTurn(inOne, round);
                    before.ifPresent(recordedAt -> {
                        writeGap(inOne, recordedAt, round);
                        writeOutages(inOne, round);
                        writeMinutes(inOne, round.minutes());
                    });
                    return before.isPresent();
                }));
    }

    /// When it was recorded last; empty if it is somebody else's turn.
    private static Optional<Instant> takeTurn(DSLContext db, Round round) {
        db.insertInto(MONITORING_RECORDER)
                .set(MONITORING_RECORDER.BEGAN_AT, time(round.at()))
                .set(MONITORING_RECORDER.RECORDER, round.recorder())
                .set(MONITORING_RECORDER.RECORDED_AT, time(round.at()))
                .onConflictDoNothing()
                .execute();
        var turn =
                db.select(MONITORING_RECORDER.RECORDER, MONITORING_RECORDER.RECORDED_AT)
                        .from(MONITORING_RECORDER)
                        .forUpdate()
                        .skipLocked()
                        .fetchOptional();
        Optional<Instant> before =
                turn.filter(row ->
                                row.value1().equals(round.recorder())
                                        || row.value2()
                                                .toInstant()
                                                .isBefore(round.at().minus(LEASE)))
                        .map(row -> row.value2().toInstant());
        if (before.isPresent()) {
            db.update(MONITORING_RECORDER)
                    .set(MONITORING_RECORDER.RECORDER, round.recorder())
                    .set(MONITORING_RECORDER.RECORDED_AT, time(round.at()))
                    .execute();
        }
        return before;
    }

    /// Nobody recorded, and we were not there to see: the whole system was off.
    private static void writeGap(DSLContext db, Instant recordedAt, Round round) {
        if (Duration.between(recordedAt, round.watchingSince()).compareTo(GAP) > 0) {
            write(
                    db,
                    List.of(
                            new Outage(
                                    Snapshot.OVERALL,
                                    recordedAt,
                                    round.watchingSince(),
                                    "Nothing was recorded: the query API was off")));
        }
    }

    private static void writeOutages(DSLContext db, Round round) {
        write(db, round.ended());
        if (!round.healthy().isEmpty()) {
            db.update(SERVICE_OUTAGES)
                    .set(SERVICE_OUTAGES.ENDED_AT, time(round.at()))
                    .where(SERVICE_OUTAGES.ENDED_AT.isNull())
                    .and(SERVICE_OUTAGES.SERVICE.in(round.healthy()))
                    .execute();
        }
        // One that is open already, whoever began it, goes on.
        round.open().forEach(outage -> insert(db, outage).onConflictDoNothing().execute());
    }

    private static void write(DSLContext db, List<Outage> ended) {
        ended.forEach(outage ->
                insert(db, outage)
                        .onConflict(SERVICE_OUTAGES.SERVICE, SERVICE_OUTAGES.STARTED_AT)
                        .doUpdate()
                        .set(SERVICE_OUTAGES.ENDED_AT, excluded(SERVICE_OUTAGES.ENDED_AT))
                        .execute());
    }

    private static InsertSetMoreStep<?> insert(DSLContext db, Outage outage) {
        return db.insertInto(SERVICE_OUTAGES)
                .set(SERVICE_OUTAGES.SERVICE, outage.service())
                .set(SERVICE_OUTAGES.STARTED_AT, time(outage.startedAt()))
                .set(SERVICE_OUTAGES.ENDED_AT, timeOrNull(outage.endedAt()))
                .set(SERVICE_OUTAGES.REASON, outage.reason());
    }

    /// In the order in which [#values] gives them.
    private static final List<Field<?>> MINUTE_COLUMNS =
            List.of(
                    INSTANCE_MINUTES.MINUTE,
                    INSTANCE_MINUTES.INSTANCE,
                    INSTANCE_MINUTES.HOST,
                    INSTANCE_MINUTES.CPU,
                    INSTANCE_MINUTES.MEMORY,
                    INSTANCE_MINUTES.DISK,
                    INSTANCE_MINUTES.NETWORK_IN,
                    INSTANCE_MINUTES.NETWORK_OUT,
                    INSTANCE_MINUTES.REQUESTS,
                    INSTANCE_MINUTES.SERVER_ERRORS,
                    INSTANCE_MINUTES.TOTAL_MILLIS,
                    INSTANCE_MINUTES.LATENCIES);

    /// Over what was written of the same minute before: it was less of it.
    private static void writeMinutes(DSLContext db, List<InstanceMinute> minutes) {
        if (minutes.isEmpty()) {
            return;
        }
        Query upsert =
                db.insertInto(INSTANCE_MINUTES)
                        .columns(MINUTE_COLUMNS)
                        .values(new Object[MINUTE_COLUMNS.size()])
                        .onConflict(INSTANCE_MINUTES.MINUTE, INSTANCE_MINUTES.INSTANCE)
                        .doUpdate()
                        .setAllToExcluded();
        db.batch(
                        upsert,
                        minutes.stream().map(MonitoringRepository::values).toArray(Object[][]::new))
                .execute();
    }

    private static @Nullable Object[] values(InstanceMinute minute) {
        return new @Nullable Object[] {
            time(minute.minute()),
            minute.instance(),
            minute.host(),
            minute.cpu().value(),
            minute.memory().value(),
            minute.disk().value(),
            minute.networkIn(),
            minute.networkOut(),
            minute.http().requests(),
            minute.http().serverErrors(),
            minute.http().totalMillis(),
            minute.http().buckets().toArray(Long[]::new)
        };
    }

    /// Empty before anything was recorded.
    Optional<Recorded> recorded(Instant now) {
        return watch(db ->
                db.select(MONITORING_RECORDER.BEGAN_AT)
                        .from(MONITORING_RECORDER)
                        .fetchOptional(MONITORING_RECORDER.BEGAN_AT)
                        .map(began -> new Recorded(began.toInstant(), outages(db, now))));
    }

    private static List<Outage> outages(DSLContext db, Instant now) {
        var newest =
                db.selectDistinct(SERVICE_OUTAGES.SERVICE, SERVICE_OUTAGES.STARTED_AT)
                        .on(SERVICE_OUTAGES.SERVICE)
                        .from(SERVICE_OUTAGES)
                        .orderBy(SERVICE_OUTAGES.SERVICE, SERVICE_OUTAGES.STARTED_AT.desc())
                        .fetchMap(SERVICE_OUTAGES.SERVICE, SERVICE_OUTAGES.STARTED_AT);
        List<Outage> outages = new ArrayList<>();
        db.select(
                        SERVICE_OUTAGES.SERVICE,
                        SERVICE_OUTAGES.STARTED_AT,
                        SERVICE_OUTAGES.ENDED_AT,
                        SERVICE_OUTAGES.REASON)
                .from(SERVICE_OUTAGES)
                .where(SERVICE_OUTAGES.ENDED_AT.isNull())
                .or(SERVICE_OUTAGES.ENDED_AT.gt(time(now.minus(SHOWN))))
                .or(SERVICE_OUTAGES.STARTED_AT.in(newest.values()))
                .orderBy(SERVICE_OUTAGES.STARTED_AT.desc())
                .limit(MOST_SHOWN)
                .forEach(row ->
                        outages.add(
                                new Outage(
                                        row.value1(),
                                        row.value2().toInstant(),
                                        row.value3() == null ? null : row.value3().toInstant(),
                                        row.value4())));
        return outages;
    }

    /// Removes what is too old, and the oldest outages of what is too many.
    void trim(Instant now) {
        watch(db ->
                db.deleteFrom(INSTANCE_MINUTES)
                        .where(INSTANCE_MINUTES.MINUTE.lt(time(now.minus(MINUTES_KEPT))))
                        .execute());
        watch(db -> trimOutages(db, now));
    }

    private static int trimOutages(DSLContext db, Instant now) {
        return db.deleteFrom(SERVICE_OUTAGES)
                .where(SERVICE_OUTAGES.ENDED_AT.lt(time(now.minus(OUTAGES_KEPT))))
                .or(
                        SERVICE_OUTAGES.STARTED_AT.lt(
                                select(SERVICE_OUTAGES.STARTED_AT)
                                        .from(SERVICE_OUTAGES)
                                        .orderBy(SERVICE_OUTAGES.STARTED_AT.desc())
                                        .offset(MOST_OUTAGES)
                                        .limit(1)))
                .execute();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }
}
