package dev.faultline.alerting.integrations;

import dev.faultline.event.ProjectId;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Lets a project test so often in a minute: a test sends to whom the caller names, and can cost
/// money. Each process counts for itself. Thread-safe; remembers a minute.
final class TestLimiter {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    private final InstantSource clock;
    private final Map<ProjectId, Deque<Instant>> tests = new HashMap<>();

    TestLimiter(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /// @throws ApiException `429` if the project has used up its tests
    synchronized void admit(ProjectId project) {
        Instant now = clock.instant();
        tests.values().removeIf(times -> isOver(times.getLast(), now));
        Deque<Instant> times = tests.computeIfAbsent(project, _ -> new ArrayDeque<>());
        while (!times.isEmpty() && isOver(times.getFirst(), now)) {
            times.removeFirst();
        }
        if (times.size() >= perMinute) {
            Duration wait = Duration.between(now, times.getFirst().plus(WINDOW));
            throw new ApiException(
                    ProblemType.RATE_LIMITED,
                    "A project can test integrations %d times in a minute: try again in %d s"
                            .formatted(perMinute, wait.toSeconds() + 1));
        }
        times.addLast(now);
    }

    private static boolean isOver(Instant test, Instant now) {
        return !test.plus(WINDOW).isAfter(now);
    }
}
