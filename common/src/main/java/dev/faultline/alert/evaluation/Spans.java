package dev.faultline.alert.evaluation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The episodes of an instance that are not settled yet: runs of ends at which the rule holds or
/// goes on, in order of time. Two runs are one when the gap between them is not longer than `keep`.
final class Spans implements Iterable<Spans.Span> {

    /// Of a run in which the rule has not held yet.
    static final long NOT_YET = Long.MAX_VALUE;

    private final long keep;
    private final List<Span> spans = new ArrayList<>(1);

    Spans(long keep) {
        this.keep = keep;
    }

    /// One run.
    static final class Span {
        private long start;
        private long end;
        private long held;

        private Span(long start, long end, long held) {
            this.start = start;
            this.end = end;
            this.held = held;
        }

        /// The first end at which the rule held, not only went on; [#NOT_YET] if there is none.
        long held() {
            return held;
        }

        /// The last end of the run.
        long end() {
            return end;
        }

        /// Whether it is an episode: whether the rule has held, and for so long.
        boolean lasts(long seconds) {
            return held != NOT_YET && end - held >= seconds;
        }
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /// Adds ends at which the rule holds or goes on.
    ///
    /// @param held the first of them at which it holds; [#NOT_YET] if there is none
    void add(long first, long last, long held) {
        int behind = spans.size();
        while (behind > 0 && spans.get(behind - 1).start - keep > last) {
            behind--;
        }
        int from = behind;
        while (from > 0 && spans.get(from - 1).end + keep >= first) {
            from--;
        }
        if (from == behind) {
            spans.add(from, new Span(first, last, held));
            return;
        }
        Span merged = spans.get(from);
        merged.start = Math.min(merged.start, first);
        merged.end = Math.max(last, spans.get(behind - 1).end);
        merged.held = Math.min(merged.held, held);
        for (Span other : spans.subList(from + 1, behind)) {
            merged.held = Math.min(merged.held, other.held);
        }
        spans.subList(from + 1, behind).clear();
    }

    @Override
    public Iterator<Span> iterator() {
        return spans.iterator();
    }

    void write(ByteWriter out) {
        out.size(spans.size());
        for (Span span : spans) {
            out.number(span.start);
            out.number(span.end);
            out.number(span.held);
        }
    }

    void read(ByteReader in) {
        for (int n = in.size(); n > 0; n--) {
            spans.add(new Span(in.number(), in.number(), in.number()));
        }
    }
}
