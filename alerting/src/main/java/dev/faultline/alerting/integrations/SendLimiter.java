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

/// Lets a project send so often in a minute what goes to whom the caller names, and can cost money.
/// Each process counts for itself. Thread-safe; remembers a minute.
public final class SendLimiter {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final String what;
    private final int perMinute;
    private final InstantSource clock;
    private final Map<ProjectId, Deque<Instant>> sendings = new HashMap<>();

    /// @param what is limited, as its sentence says it: `test integrations`
    public SendLimiter(String what, int perMinute, InstantSource clock) {
        this.what = what;
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /// @throws ApiException `429` if the project has sent as much as it may
    public synchronized void admit(ProjectId project) {
        Instant now = clock.instant();
        sendings.values().removeIf(times -> isOver(times.getLast(), now));
        Deque<Instant> times = sendings.computeIfAbsent(project, _ -> new ArrayDeque<>());
        while (!times.isEmpty() && isOver(times.getFirst(), now)) {
            times.removeFirst();
        }
        if (times.size() >= perMinute) {
            Duration wait = Duration.between(now, times.getFirst().plus(WINDOW));
            throw new ApiException(
                    ProblemType.RATE_LIMITED,
                    "A project can %s %d times in a minute: try again in %d s"
                            .formatted(what, perMinute, wait.toSeconds() + 1),
                    wait);
        }
        times.addLast(now);
    }

    private static boolean isOver(Instant sending, Instant now) {
        return !sending.plus(WINDOW).isAfter(now);
    }
}
