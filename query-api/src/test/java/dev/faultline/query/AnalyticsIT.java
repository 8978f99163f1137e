package dev.faultline.query;

import static dev.faultline.query.Groups.PROJECT;
import static dev.faultline.query.Groups.occurrence;
import static dev.faultline.query.Groups.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.count.CountCell;
import dev.faultline.count.CountSpan;
import dev.faultline.count.EventCounts;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.GroupStatus;
import dev.faultline.query.RunningQueryApi.Answer;
import dev.faultline.test.PostgresFixture;
import dev.faultline.test.RedisFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// From the topics to the figures. What happened is placed well away from midnight and from the
/// edge of the last 24 hours, so that the test may run at any time.
class AnalyticsIT {

    private static final List<GroupStatus> STATUSES = List.of(GroupStatus.values());
    private static final int LANES = TestTopics.PARTITIONS;

    private final TestTopics topics = new TestTopics();
    private final String database = PostgresFixture.freshDatabase();
    private final Map<String, EventCounts> published = new HashMap<>();
    private final Random random = new Random(7);
    private final Instant now = Instant.now();

    @AfterEach
    void stop() {
        topics.close();
    }

    @Test
    void tellsWhatHappenedOverARestartAndInEveryTimeZone() {
        try (RunningQueryApi api = start()) {
            assertThat(api.get("/api/stats").body()).contains("\"total_errors\":0,");
            year(200);
            topics.awaitProjected(database);
            checkTrends(api);
            year(100);
        }
        year(100);
        try (RunningQueryApi api = start()) {
            topics.awaitProjected(database);

            checkTrends(api);
            JsonNode statistics = api.get("/api/stats").data();
            Instant today = CountSpan.DAY.startOf(Instant.now());
            assertThat(statistics.get("errors_today").longValue()).isEqualTo(events(today));
            assertThat(statistics.get("errors_this_month").longValue())
                    .isEqualTo(
                            events(
                                    YearMonth.now(ZoneOffset.UTC)
                                            .atDay(1)
                                            .atStartOfDay(ZoneOffset.UTC)
                                            .toInstant()));
            assertThat(
                            api.call("GET", "/api/stats", RunningQueryApi.OTHER_PROJECT)
                                    .data()
                                    .get("errors_this_month")
                                    .longValue())
                    .isZero();
        }
    }

    @Test
    void countsTheLast24HoursToTheMinute() {
        try (RunningQueryApi api = start()) {
            happen(now.minus(Duration.ofHours(1)), EventCounts.of(Severity.FATAL, 24));
            happen(now.minus(Duration.ofMinutes(1435)), EventCounts.of(Severity.INFO, 12));
            happen(now.minus(Duration.ofMinutes(1445)), EventCounts.of(Severity.ERROR, 1000));
            topics.awaitProjected(database);

            assertThat(api.get("/api/stats").data().get("error_rate_24h").doubleValue())
                    .isEqualTo(1.5);
            happen(now.minus(Duration.ofHours(2)), EventCounts.of(Severity.ERROR, 24));
            topics.awaitProjected(database);
            assertThat(api.get("/api/stats").data().get("error_rate_24h").doubleValue())
                    .as("a new count renews cached answers")
                    .isEqualTo(2.5);
            assertThat(api.get("/api/analytics/trends?period=decade").status()).isEqualTo(400);
            assertThat(api.get("/api/analytics/trends?tz=Mars").error()).startsWith("tz must be");
        }
    }

    @Test
    void keepsTotalsExactWhateverChangesTheGroups() {
        try (RunningQueryApi api = start()) {
            long[] versions = new long[60];
            for (int round = 0; round < 4; round++) {
                for (int i = 0; i < 150; i++) {
                    change(versions);
                }
                topics.awaitProjected(database);
                TestDatabase.execute(
                        database,
                        "delete from query.errors where id in (select id from query.errors order by id limit 3)");
                TestDatabase.execute(
                        database,
                        "update query.errors set source = 'moved' where id in (select id from query.errors order by id limit 5)");

                assertThat(differences()).isZero();
            }
            checkTotals(api);
        }
    }

    /// A group comes, goes on, is resolved, is deleted or begins anew.
    private void change(long[] versions) {
        int n = random.nextInt(versions.length);
        long version = ++versions[n];
        Instant time = now.minusSeconds(random.nextInt(100_000));
        topics.publishVisible(
                state(n).version(version)
                        .count(version)
                        .generation((int) version)
                        .severity(Severity.ofCode((byte) random.nextInt(5)))
                        .source("source-" + random.nextInt(3))
                        .openedAt(time.minusSeconds(random.nextInt(1_000)))
                        .updatedAt(time)
                        .status(STATUSES.get(random.nextInt(3))),
                occurrence(n, "m", time));
    }

    private long differences() {
        return TestDatabase.number(
                database,
                """
                select count(*)
                from (
                    select project, source, severity, status, count(*) as groups,
                        coalesce(sum(resolution_millis), 0) as millis
                    from query.errors
                    where visible
                    group by project, source, severity, status
                ) counted
                full join (
                    select project, source, severity, status, sum(groups) as groups,
                        sum(resolution_millis) as millis
                    from query.error_totals
                    group by project, source, severity, status
                    having sum(groups) <> 0 or sum(resolution_millis) <> 0
                ) kept
                using (project, source, severity, status)
                where (counted.groups, counted.millis) is distinct from (kept.groups, kept.millis)
                """);
    }

    private void checkTotals(RunningQueryApi api) {
        long visible = number("visible");
        long resolved = number("visible and status = 'resolved'");
        JsonNode statistics = api.get("/api/stats").data();

        assertThat(visible).isPositive();
        assertThat(statistics.get("total_errors").longValue()).isEqualTo(visible);
        assertThat(statistics.get("resolved_errors").longValue()).isEqualTo(resolved);
        assertThat(statistics.get("resolution_rate").doubleValue())
                .isEqualTo(Math.round(1_000.0 * resolved / visible) / 10.0);
        assertThat(statistics.get("avg_resolution_time").stringValue()).matches("\\d+m");
        for (String filter :
                List.of(
                        "level=error",
                        "level=fatal",
                        "source=source-1",
                        "level=info&source=moved")) {
            Answer list = api.get("/api/errors?limit=100&" + filter);
            assertThat(list.data().get("total").intValue())
                    .as(filter)
                    .isEqualTo(list.data().get("errors").size());
        }
    }

    private long number(String condition) {
        return TestDatabase.number(
                database, "select count(*) from query.errors where " + condition);
    }

    private void checkTrends(RunningQueryApi api) {
        for (String period : List.of("day", "week", "month", "year")) {
            for (String groupBy : List.of("hour", "day", "week", "month")) {
                for (String tz : List.of("UTC", "America/New_York", "Asia/Kolkata")) {
                    checkTrend(api, period, groupBy, tz);
                }
            }
        }
    }

    /// Against what was published, quarter-hour by quarter-hour.
    private void checkTrend(RunningQueryApi api, String period, String groupBy, String tz) {
        String question = "period=%s&group_by=%s&tz=%s".formatted(period, groupBy, tz);
        JsonNode points = api.get("/api/analytics/trends?" + question).data().get("data_points");
        List<Instant> starts =
                points.values().stream()
                        .map(point -> Instant.parse(point.get("timestamp").stringValue()))
                        .toList();
        LocalDate first = LocalDate.ofInstant(starts.getFirst(), ZoneId.of(tz));
        long[] expected = new long[starts.size()];
        quarters()
                .forEach((start, counts) -> {
                    int bucket = bucket(starts, start);
                    if (bucket >= 0) {
                        expected[bucket] += counts.events();
                    }
                });

        assertThat(first).as(question).isBefore(LocalDate.now(ZoneId.of(tz)).plusDays(1));
        assertThat(points.values().stream().mapToLong(p -> p.get("error_count").longValue()))
                .as(question)
                .containsExactly(Arrays.stream(expected).boxed().toArray(Long[]::new));
        assertThat(
                        points.values().stream()
                                .mapToLong(p -> p.get("critical_count").longValue())
                                .sum())
                .as(question)
                .isLessThanOrEqualTo(Arrays.stream(expected).sum());
    }

    private static int bucket(List<Instant> starts, Instant start) {
        int bucket = starts.size() - 1;
        while (bucket >= 0 && starts.get(bucket).isAfter(start)) {
            bucket--;
        }
        return bucket;
    }

    private Map<Instant, EventCounts> quarters() {
        Map<Instant, EventCounts> quarters = new HashMap<>();
        published.forEach((key, counts) -> {
            String[] parts = key.split("\\|", -1);
            if (parts[2].equals(CountSpan.QUARTER_HOUR.text())) {
                quarters.merge(Instant.parse(parts[3]), counts, EventCounts::plus);
            }
        });
        return quarters;
    }

    private long events(Instant from) {
        return quarters().entrySet().stream()
                .filter(quarter -> !quarter.getKey().isBefore(from))
                .mapToLong(quarter -> quarter.getValue().events())
                .sum();
    }

    private void year(int happenings) {
        for (int i = 0; i < happenings; i++) {
            Duration ago =
                    Duration.ofSeconds((long) (Math.pow(random.nextDouble(), 4) * 31_000_000));
            EventCounts counts =
                    EventCounts.of(
                            Severity.ofCode((byte) random.nextInt(5)), 1 + random.nextInt(9));
            happen(now.minus(ago), random.nextInt(4) == 0 ? EventCounts.ONE_RESOLVED : counts);
        }
    }

    /// As the aggregator publishes it: absolute values, in the partition of the lane.
    private void happen(Instant at, EventCounts counts) {
        happen(PROJECT, random.nextInt(LANES), at, counts);
    }

    private void happen(ProjectId project, int lane, Instant at, EventCounts counts) {
        for (CountSpan span : CountSpan.values()) {
            CountCell key = new CountCell(project, lane, span, span.startOf(at), counts);
            EventCounts total = published.merge(key.key(), counts, EventCounts::plus);
            CountCell cell = new CountCell(project, lane, span, key.start(), total);
            String topic = topics.catalog().counts().name();
            topics.send(
                    new ProducerRecord<>(
                            topic,
                            lane,
                            new StringSerializer().serialize(topic, cell.key()),
                            topics.catalog()
                                    .counts()
                                    .valueSerde()
                                    .serializer()
                                    .serialize(topic, cell)));
        }
    }

    private RunningQueryApi start() {
        return RunningQueryApi.start(topics, database, RedisFixture.url());
    }
}
