package dev.faultline.query.stream;

import dev.faultline.event.ProjectId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Holds what one client is still to get. It never holds up who publishes: what does not fit is
/// left out, and the client is told how much. Thread-safe.
final class Listener {

    private final StreamFilter filter;
    private final Positions start;
    private final int maxEvents;
    private final long maxSize;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Deque<String> queue = new ArrayDeque<>();
    private long size;
    private long missed;
    private boolean closed;

    /// @param start what it has got before
    /// @param maxEvents held at most
    /// @param maxSize of all that is held, in characters
    Listener(StreamFilter filter, Positions start, int maxEvents, long maxSize) {
        this.filter = filter;
        this.start = start;
        this.maxEvents = maxEvents;
        this.maxSize = maxSize;
    }

    Positions start() {
        return start;
    }

    /// @return whether the client wants the event, but does not get it
    boolean offer(StreamEvent event) {
        return start.isBefore(event.place())
                && filter.matches(event.subject())
                && !offer(event.text());
    }

    /// An event of this project that nobody can publish.
    ///
    /// @return whether the client could have wanted it
    boolean miss(Place place, ProjectId project) {
        if (!start.isBefore(place) || !filter.project().equals(project)) {
            return false;
        }
        lock.lock();
        try {
            missed++;
            news.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean offer(String text) {
        lock.lock();
        try {
            if (isFull(text)) {
                missed++;
                return false;
            }
            if (missed > 0) {
                add(EventText.gap(missed));
                missed = 0;
            }
            add(text);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Something between the events; left out if there is no place for it.
    void remark(String text) {
        lock.lock();
        try {
            if (missed == 0 && !isFull(text)) {
                add(text);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull(String text) {
        return queue.size() >= maxEvents || size + text.length() > maxSize;
    }

    private void add(String text) {
        queue.add(text);
        size += text.length();
        news.signal();
    }

    /// What goes out next; null if there was nothing for that long, or it is closed.
    @Nullable String next(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (queue.isEmpty() && missed == 0 && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            String text = queue.poll();
            if (text != null) {
                size -= text.length();
            } else if (missed > 0) {
                text = EventText.gap(missed);
                missed = 0;
            }
            return text;
        } finally {
            lock.unlock();
        }
    }

    boolean isIdle() {
        lock.lock();
        try {
            return queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    boolean isOpen() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }
}
