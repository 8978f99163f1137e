package dev.faultline.query.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The latest events, for those who come back. Bounded by number, size and age.
final class History {

    private final int maxEvents;
    private final long maxSize;
    private final long maxAgeNanos;
    private final Deque<Kept> kept = new ArrayDeque<>();

    /// By lane, the first offset from which nothing is missing.
    private final List<Long> complete;

    private long size;

    /// @param begin where it begins
    /// @param maxSize of all events, in characters
    History(Positions begin, int maxEvents, long maxSize, Duration maxAge) {
        this.complete = new ArrayList<>(begin.next());
        this.maxEvents = maxEvents;
        this.maxSize = maxSize;
        this.maxAgeNanos = maxAge.toNanos();
    }

    private record Kept(StreamEvent event, long nanos) {}

    void add(StreamEvent event, long nanos) {
        kept.add(new Kept(event, nanos));
        size += event.text().length();
        trim(nanos);
    }

    void trim(long nanos) {
        while (!kept.isEmpty()
                && (kept.size() > maxEvents
                        || size > maxSize
                        || nanos - kept.getFirst().nanos() > maxAgeNanos)) {
            StreamEvent oldest = kept.removeFirst().event();
            size -= oldest.text().length();
            lose(oldest.place());
        }
    }

    /// What stands there can't be given to anybody any more.
    void lose(Place place) {
        complete.set(place.lane(), Math.max(complete.get(place.lane()), place.offset() + 1));
    }

    /// Whether it has all that came from there on.
    boolean isCompleteFrom(Positions start) {
        return start.reaches(new Positions(complete));
    }

    /// In the order in which they were published.
    Iterable<StreamEvent> events() {
        return () -> kept.stream().map(Kept::event).iterator();
    }
}
