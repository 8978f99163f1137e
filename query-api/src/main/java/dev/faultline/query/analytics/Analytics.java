package dev.faultline.query.analytics;

import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import dev.faultline.query.cache.AnswerCache;
import dev.faultline.query.cache.CachedAnswer;
import dev.faultline.web.Envelope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

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
                                                project,
                                                SeriesCells.of(query.groupBy(), boundaries),
                                                boundaries))));
    }

    private static byte[] body(Object data) {
        return Json.mapper().writeValueAsBytes(Envelope.of(data));
    }
}
