package dev.faultline.query.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The arithmetic of uptime. A service is up when it is not in an outage.
///
/// @param beganAt when recording began: what was before is neither up nor down
/// @param outages of one service, in any order; they may overlap
/// @param now until when
record Uptime(Instant beganAt, List<Outage> outages, Instant now) {

    private record Span(Instant from, Instant to) {}

    Uptime {
        outages = List.copyOf(outages);
    }

    /// The share of the time that it was up, 0 to 100; 100 if no time has passed.
    ///
    /// @param window how far back; less where recording began later
    double percent(Duration window) {
        Instant from = later(now.minus(window), beganAt);
        long total = Duration.between(from, now).toMillis();
        if (total <= 0) {
            return 100;
        }
        long down =
                spans().stream()
                        .mapToLong(span ->
                                Math.max(
                                        0,
                                        Duration.between(
                                                        later(span.from(), from),
                                                        earlier(span.to(), now))
                                                .toMillis()))
                        .sum();
        return 100.0 * (total - Math.min(down, total)) / total;
    }

    /// How long it has been up without a break; nothing while it is down.
    Duration current() {
        boolean down = outages.stream().anyMatch(outage -> outage.endedAt() == null);
        if (down) {
            return Duration.ZERO;
        }
        Instant since = spans().stream().map(Span::to).reduce(beganAt, Uptime::later);
        return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }

    /// Downtimes in the window; those that overlap are one.
    int incidents(Duration window) {
        Instant from = now.minus(window);
        return (int) spans().stream().filter(span -> span.to().isAfter(from)).count();
    }

    /// Overlapping and touching ones joined, in the order of time.
    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        outages.stream()
                .sorted(Comparator.comparing(Outage::startedAt))
                .forEach(outage -> {
                    Instant end = outage.endOr(now);
                    Span last = spans.isEmpty() ? null : spans.getLast();
                    if (last != null && !outage.startedAt().isAfter(last.to())) {
                        spans.set(spans.size() - 1, new Span(last.from(), later(last.to(), end)));
                    } else {
                        spans.add(new Span(outage.startedAt(), end));
                    }
                });
        return spans;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
