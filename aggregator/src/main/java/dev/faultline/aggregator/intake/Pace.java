package dev.faultline.aggregator.intake;

import java.time.Duration;
import java.time.Instant;

/// How often time is marked: every second while events come and for a while after, so that alerts
/// go on in step; rarely in silence, which has to cost next to nothing.
final class Pace {

    static final Duration AWAKE = Duration.ofMinutes(2);
    static final Duration RARELY = Duration.ofSeconds(10);

    private Instant lastNews = Instant.MIN;
    private Instant lastMark = Instant.MIN;
    private double known;

    /// To be asked every second.
    ///
    /// @param records taken in so far
    boolean isDue(Instant now, double records) {
        if (records != known) {
            known = records;
            lastNews = now;
        }
        boolean awake = lastNews.isAfter(now.minus(AWAKE));
        if (!awake && lastMark.isAfter(now.minus(RARELY))) {
            return false;
        }
        lastMark = now;
        return true;
    }
}
