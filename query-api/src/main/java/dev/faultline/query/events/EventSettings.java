package dev.faultline.query.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How far an event is searched for in the log, where no table knows it, and how far the latest
/// events are.
///
/// @param searchRecords of one partition at most, 1 to 1000000; for the latest events, of all
/// @param searchTime in one partition at most; for the latest events, in all
/// @param maxSearches at the same time; one more is answered with 503
@ConfigurationProperties("faultline.query.events")
public record EventSettings(
        @DefaultValue("50000") int searchRecords,
        @DefaultValue("2s") Duration searchTime,
        @DefaultValue("4") int maxSearches) {

    public EventSettings {
        if (searchRecords < 1 || searchRecords > 1_000_000) {
            throw new IllegalArgumentException("search-records must be 1 to 1000000");
        }
        if (searchTime.toMillis() < 1 || searchTime.toSeconds() > 60) {
            throw new IllegalArgumentException("search-time must be 1ms to 1m");
        }
        if (maxSearches < 1 || maxSearches > 1_000) {
            throw new IllegalArgumentException("max-searches must be 1 to 1000");
        }
    }
}
