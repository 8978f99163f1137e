package dev.faultline.query.analytics;

import dev.faultline.count.CountSpan;
import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import dev.faultline.query.cache.AnswerCache;
import dev.faultline.query.cache.CachedAnswer;
import dev.faultline.web.Envelope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// Bodies of answers about the past, perhaps from the cache.
final class Analytics {

    private final AnalyticsRepository repository;
    private final AnswerCache cache;
    private final InstantSource clock;

    Analytics(AnalyticsRepository repository, AnswerCache cache, InstantSource clock) {
        this.repository = repository;
        this.cache = cache;
        this.clock = clock;
    }

    byte[] statistics(ProjectId project) {
        RecentWindows windows = RecentWindows.at(clock.instant());
        return cache.get(
                CachedAnswer.STATISTICS,
                project,
                // Yesterday's answer is none of today, though nothing has changed.
                windows.today().toString(),
                () ->
                        body(
                                Statistics.of(
                                        repository.totals(project),
                                        repository.recentEvents(project, windows))));
    }

    byte[] trend(ProjectId project, TrendQuery query) {
        List<Instant> boundaries = query.boundaries(clock.instant());
        return cache.get(
                CachedAnswer.TRENDS,
                project,
                "%s|%s|%s|%s"
                        .formatted(
                                query.period(),
                                query.groupBy(),
                                query.zone(),
                                boundaries.getLast()),
                () ->
                        body(
                                Trend.of(
                                        query,
                                        boundaries,
                                        repository.series(
                                                project, spanOf(boundaries), boundaries))));
    }

    /// The longest that all buckets are made of. Every time zone differs from UTC by a multiple of
    /// a quarter of an hour.
    private static CountSpan spanOf(List<Instant> boundaries) {
        return Stream.of(CountSpan.DAY, CountSpan.HOUR)
                .filter(span -> boundaries.stream().allMatch(b -> span.startOf(b).equals(b)))
                .findFirst()
                .orElse(CountSpan.QUARTER_HOUR);
    }

    private static byte[] body(Object data) {
        return Json.mapper().writeValueAsBytes(Envelope.of(data));
    }
}
