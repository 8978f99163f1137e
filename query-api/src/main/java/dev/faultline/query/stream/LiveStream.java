package dev.faultline.query.stream;

import dev.faultline.access.ApiKey;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Where listeners come and go. The log is read as long as there are any. Thread-safe.
final class LiveStream implements SmartLifecycle {

    /// How long a listener waits for Kafka.
    private static final Duration OPENING = Duration.ofSeconds(6);

    private final Supplier<StreamFeed> feeds;
    private final StreamSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> listenersByKey = new HashMap<>();
    private int listeners;
    private boolean running;
    private @Nullable StreamFeed feed;

    /// @param feeds starts a new one each time
    LiveStream(Supplier<StreamFeed> feeds, StreamSettings settings) {
        this.feeds = feeds;
        this.settings = settings;
    }

    /// A place among the listeners, to be given back.
    record Subscription(Listener listener, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }

    /// @param lastId the id of the last event that the client got; null if it begins
    /// @throws ApiException `429` if the key has too many listeners, `503` if this process has, or
    ///   Kafka does not answer
    Subscription subscribe(ApiKey key, StreamFilter filter, @Nullable String lastId) {
        takePlace(key);
        try {
            return listen(key, filter, lastId);
        } catch (RuntimeException e) {
            givePlaceBack(key);
            throw e;
        }
    }

    private Subscription listen(ApiKey key, StreamFilter filter, @Nullable String lastId) {
        try {
            while (true) {
                StreamFeed current = feed();
                Optional<Listener> listener = current.listen(filter, lastId, OPENING);
                if (listener.isPresent()) {
                    return new Subscription(
                            listener.get(),
                            () -> {
                                current.leave(listener.get());
                                givePlaceBack(key);
                            });
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable("Kafka does not answer: try again shortly");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The server is stopping");
        }
    }

    private StreamFeed feed() {
        lock.lock();
        try {
            if (!running) {
                throw unavailable("The server is stopping");
            }
            StreamFeed current = feed;
            if (current == null || !current.isOpen()) {
                current = feeds.get();
                feed = current;
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    private void takePlace(ApiKey key) {
        lock.lock();
        try {
            if (listenersByKey.getOrDefault(key.id(), 0) >= settings.maxListenersPerKey()) {
                throw new ApiException(
                        ProblemType.RATE_LIMITED,
                        "This key has %d streams open, the most it can have: close one"
                                .formatted(settings.maxListenersPerKey()));
            }
            if (listeners >= settings.maxListeners()) {
                throw unavailable("Too many streams are open: try again later");
            }
            listeners++;
            listenersByKey.merge(key.id(), 1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    private void givePlaceBack(ApiKey key) {
        lock.lock();
        try {
            listeners--;
            listenersByKey.computeIfPresent(key.id(), (_, open) -> open == 1 ? null : open - 1);
        } finally {
            lock.unlock();
        }
    }

    int listeners() {
        lock.lock();
        try {
            return listeners;
        } finally {
            lock.unlock();
        }
    }

    private static ApiException unavailable(String sentence) {
        return new ApiException(ProblemType.UNAVAILABLE, sentence);
    }

    @Override
    public void start() {
        lock.lock();
        try {
            running = true;
        } finally {
            lock.unlock();
        }
    }

    /// Before the web server waits for requests in work, which open streams would be for ever.
    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            if (feed != null) {
                feed.close();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }
}
