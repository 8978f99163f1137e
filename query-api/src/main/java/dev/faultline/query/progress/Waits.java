package dev.faultline.query.progress;

import dev.faultline.topic.TopicCatalog;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets a request wait until the projection shows what it looks for. The number of waiting requests
/// is bounded. Thread-safe.
public final class Waits {

    /// Between two looks, where no projector of this process says that there is news.
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

    private final ProgressSampler sampler;
    private final Pulse pulse;
    private final List<Passage.Hop> hops;
    private final ProgressSettings settings;
    private final Semaphore places;

    Waits(ProgressSampler sampler, Pulse pulse, TopicCatalog topics, ProgressSettings settings) {
        this.sampler = sampler;
        this.pulse = pulse;
        this.settings = settings;
        this.places = new Semaphore(settings.maxWaiters());
        Passage.Hop facts = new Passage.Hop(Set.of(topics.facts().name()), LogSample::aggregated);
        this.hops =
                List.of(
                        new Passage.Hop(
                                Set.of(topics.raw().name(), topics.rekeyed().name()),
                                LogSample::aggregated),
                        // A fact that looks for its group goes through the facts again: to the
                        // group
                        // of the former grouping, and perhaps back.
                        facts,
                        facts,
                        facts,
                        new Passage.Hop(
                                Set.of(
                                        topics.groups().name(),
                                        topics.aliases().name(),
                                        topics.occurrences().name()),
                                LogSample::projected));
    }

    /// Looks until there is something, or everything that was in the log when the wait began has
    /// been projected, or time is over.
    ///
    /// @throws ApiException `503` if too many wait already
    public <T> Optional<T> untilLogPassed(Supplier<Optional<T>> look) {
        takePlace();
        try (ProgressSampler.Watch _ = sampler.watch()) {
            return wait(settings.notFoundWait(), look, new Passage(hops, System.nanoTime()));
        } finally {
            places.release();
        }
    }

    /// Looks until there is something, or time is over.
    ///
    /// @throws ApiException `503` if too many wait already
    public <T> Optional<T> atMost(Duration time, Supplier<Optional<T>> look) {
        takePlace();
        try {
            return wait(time, look, null);
        } finally {
            places.release();
        }
    }

    /// Looks until a command's effect shows, or time is over; not at all if too many wait already,
    /// since the command is durable anyway.
    public void forEffect(Supplier<Optional<Boolean>> look) {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            wait(settings.commandWait(), look, null);
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        if (!places.tryAcquire()) {
            throw new ApiException(
                    ProblemType.UNAVAILABLE,
                    "Too many requests wait for the newest events: try again shortly");
        }
    }

    private <T> Optional<T> wait(
            Duration time, Supplier<Optional<T>> look, @Nullable Passage passage) {
        long deadline = System.nanoTime() + time.toNanos();
        while (true) {
            // Asked before the look, so that no news in between is missed.
            boolean passed = passage != null && isPassed(passage);
            long commits = pulse.commits();
            Optional<T> found = look.get();
            if (found.isPresent() || passed || System.nanoTime() - deadline >= 0) {
                return found;
            }
            if (!awaitNews(commits, deadline, passage)) {
                return Optional.empty();
            }
        }
    }

    /// Returns when it is worth looking again.
    ///
    /// @return whether the request may go on
    private boolean awaitNews(long commits, long deadline, @Nullable Passage passage) {
        long nextLook =
                Math.min(deadline - System.nanoTime(), LOOK_INTERVAL.toNanos()) + System.nanoTime();
        try {
            while (true) {
                long beats = pulse.beats();
                long left = nextLook - System.nanoTime();
                if (left <= 0
                        || pulse.commits() != commits
                        || (passage != null && isPassed(passage))) {
                    return true;
                }
                pulse.awaitAfter(beats, Duration.ofNanos(left));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isPassed(Passage passage) {
        LogSample sample = sampler.latest();
        return sample != null && passage.advance(sample);
    }
}
