package dev.faultline.query.stream;

import dev.faultline.event.ProjectId;
import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// Gives events to all who listen, and to those who come back what they have missed. Thread-safe.
final class Broadcast {

    private final History history;
    private final Counter skipped;
    private final LongSupplier nanoTime;
    private final List<Listener> listeners = new ArrayList<>();
    private boolean closed;
    private long idleSince;

    Broadcast(History history, Counter skipped, LongSupplier nanoTime) {
        this.history = history;
        this.skipped = skipped;
        this.nanoTime = nanoTime;
        this.idleSince = nanoTime.getAsLong();
    }

    /// @return false if it has ended
    synchronized boolean add(Listener listener) {
        if (closed) {
            return false;
        }
        history.trim(nanoTime.getAsLong());
        if (!history.isCompleteFrom(listener.start())) {
            listener.remark(EventText.gap(null));
        }
        history.events().forEach(event -> count(listener.offer(event)));
        listeners.add(listener);
        return true;
    }

    synchronized void remove(Listener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            idleSince = nanoTime.getAsLong();
        }
    }

    synchronized void publish(StreamEvent event) {
        history.add(event, nanoTime.getAsLong());
        for (Listener listener : listeners) {
            count(listener.offer(event));
        }
    }

    /// An event of this project that can't be published.
    synchronized void miss(Place place, ProjectId project) {
        history.lose(place);
        for (Listener listener : listeners) {
            count(listener.miss(place, project));
        }
    }

    private void count(boolean leftOut) {
        if (leftOut) {
            skipped.increment();
        }
    }

    synchronized void remark(String text) {
        listeners.forEach(listener -> listener.remark(text));
    }

    /// Ends if nobody has listened for so long.
    ///
    /// @return whether it has ended
    synchronized boolean endIfIdle(long nanos) {
        if (listeners.isEmpty() && nanoTime.getAsLong() - idleSince >= nanos) {
            closed = true;
        }
        return closed;
    }

    /// Ends, and with it everyone's stream.
    synchronized void close() {
        closed = true;
        listeners.forEach(Listener::close);
    }
}
