package dev.faultline.query.monitoring;

import static dev.faultline.query.db.Tables.INSTANCE_MINUTES;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.faultline.heartbeat.HttpReport;
import dev.faultline.heartbeat.LatencyBuckets;
import dev.faultline.query.database.QueryDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;

/// Adds up what processes used, as it was recorded minute by minute.
final class UsageRepository {

    private final QueryDatabase database;

    UsageRepository(QueryDatabase database) {
        this.database = database;
    }

    /// What was used in a span of time, by the points of a history.
    ///
    /// @param to exclusive
    Map<Instant, Usage> usage(Instant from, Instant to, Duration step) {
        var hosts =
                select(
                                INSTANCE_MINUTES.MINUTE.as("minute"),
                                sum(INSTANCE_MINUTES.CPU).as("cpu"),
                                count(INSTANCE_MINUTES.CPU).as("cpus"),
                                sum(INSTANCE_MINUTES.MEMORY).as("memory"),
                                count(INSTANCE_MINUTES.MEMORY).as("memories"),
                                sum(INSTANCE_MINUTES.DISK).as("disk"),
                                count(INSTANCE_MINUTES.DISK).as("disks"),
                                max(INSTANCE_MINUTES.NETWORK_IN).as("network_in"),
                                max(INSTANCE_MINUTES.NETWORK_OUT).as("network_out"),
                                sum(INSTANCE_MINUTES.REQUESTS).as("requests"),
                                sum(INSTANCE_MINUTES.SERVER_ERRORS).as("server_errors"),
                                sum(INSTANCE_MINUTES.TOTAL_MILLIS).as("total_millis"))
                        .from(INSTANCE_MINUTES)
                        .where(INSTANCE_MINUTES.MINUTE.ge(time(from)))
                        .and(INSTANCE_MINUTES.MINUTE.lt(time(to)))
                        .groupBy(INSTANCE_MINUTES.MINUTE, INSTANCE_MINUTES.HOST)
                        .asTable("hosts");
        Field<Long> point =
                field(
                        "floor(extract(epoch from minute) / {0})::bigint * {0}",
                        Long.class, inline(step.toSeconds()));
        List<Field<Double>> sums =
                Stream.of(
                                "cpu",
                                "cpus",
                                "memory",
                                "memories",
                                "disk",
                                "disks",
                                "network_in",
                                "network_out",
                                "requests",
                                "server_errors",
                                "total_millis")
                        .map(name -> field("coalesce(sum(" + name + "), 0)::float8", Double.class))
                        .toList();
        return database.answer(db ->
                db.select(point)
                        .select(sums)
                        .from(hosts)
                        .groupBy(point)
                        .fetchMap(
                                row -> Instant.ofEpochSecond(row.get(point)),
                                row -> usage(sums.stream().map(row::get).toList())));
    }

    private static Usage usage(List<Double> sums) {
        return new Usage(
                new Usage.Share(sums.get(0), sums.get(1).longValue()),
                new Usage.Share(sums.get(2), sums.get(3).longValue()),
                new Usage.Share(sums.get(4), sums.get(5).longValue()),
                sums.get(6).longValue(),
                sums.get(7).longValue(),
                sums.get(8).longValue(),
                sums.get(9).longValue(),
                sums.get(10));
    }

    /// When the first minute began of which there is something; empty if there is none.
    Optional<Instant> firstMinute(Instant from) {
        return database.answer(db ->
                db.select(min(INSTANCE_MINUTES.MINUTE))
                        .from(INSTANCE_MINUTES)
                        .where(INSTANCE_MINUTES.MINUTE.ge(time(from)))
                        .fetchOptional(
                                row -> row.value1() == null ? null : row.value1().toInstant()));
    }

    /// What was answered in a span of time by all processes.
    ///
    /// @param to exclusive
    HttpReport http(Instant from, Instant to) {
        List<Field<Long>> classes =
                IntStream.rangeClosed(1, LatencyBuckets.count())
                        .mapToObj(i -> sum(arrayGet(INSTANCE_MINUTES.LATENCIES, i)))
                        .map(sum -> sum.cast(Long.class))
                        .toList();
        Field<Long> requests = sum(INSTANCE_MINUTES.REQUESTS).cast(Long.class);
        Field<Long> serverErrors = sum(INSTANCE_MINUTES.SERVER_ERRORS).cast(Long.class);
        Field<Double> totalMillis = sum(INSTANCE_MINUTES.TOTAL_MILLIS).cast(Double.class);
        return database.answer(db ->
                db.select(requests, serverErrors, totalMillis)
                        .select(classes)
                        .from(INSTANCE_MINUTES)
                        .where(INSTANCE_MINUTES.MINUTE.ge(time(from)))
                        .and(INSTANCE_MINUTES.MINUTE.lt(time(to)))
                        .fetchSingle(row ->
                                row.get(requests) == null
                                        ? HttpReport.NONE
                                        : new HttpReport(
                                                row.get(requests),
                                                row.get(serverErrors),
                                                row.get(totalMillis),
                                                classes.stream().map(row::get).toList())));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
