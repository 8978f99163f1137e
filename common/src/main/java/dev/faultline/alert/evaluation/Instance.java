package dev.faultline.alert.evaluation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a rule knows of one key: its counts, its open episodes and its alert. Owned by one
/// evaluator, not thread-safe.
final class Instance {

    /// No alert.
    static final long NONE = Long.MIN_VALUE;

    private static final int LAYOUT = 1;

    private final Subject subject;
    private final Plan plan;
    private final long ruleSince;
    private final Counts[] counts;
    private final @Nullable Baseline[] baselines;
    private final Spans spans;

    /// The first second in which anything was counted; only of instances that have a key.
    private long firstCounted = Long.MAX_VALUE;

    /// The last end that was looked at as soon as time had come to it.
    private long lookedAt;

    /// The last end that was looked at when it was settled.
    private long settledAt;

    /// The frozen start of the alert; [#NONE] if there is none.
    private long alert = NONE;

    /// When it is to be looked at next, by either clock, as its evaluator has noted it.
    long noted = Long.MAX_VALUE;

    long notedByNow = Long.MAX_VALUE;

    /// Whether it has changed since its state was last written.
    boolean dirty;

    /// @param ruleSince earlier seconds don't count
    /// @param settled all counts of earlier seconds are final, so nothing is looked at before
    Instance(Subject subject, Plan plan, long ruleSince, long settled) {
        this.subject = subject;
        this.plan = plan;
        this.ruleSince = ruleSince;
        this.counts = new Counts[plan.series().size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = plan.series().get(i).newCounts();
        }
        this.baselines = new Baseline[counts.length];
        this.spans = new Spans(plan.keep());
        long untold = Seconds.floor(ruleSince, plan.coarse()) - plan.grid();
        this.settledAt = Math.max(plan.lastSettledEnd(settled), untold);
        this.lookedAt = settledAt;
    }

    Subject subject() {
        return subject;
    }

    Plan plan() {
        return plan;
    }

    Counts counts(int series) {
        return counts[series];
    }

    long ruleSince() {
        return ruleSince;
    }

    /// From when on nothing counted means that there was nothing: since the rule began, and, with a
    /// key, since the key came up.
    long watchedSince() {
        return plan.by() == null ? ruleSince : Math.max(ruleSince, firstCounted);
    }

    boolean hasAlert() {
        return alert != NONE;
    }

    long alert() {
        return alert;
    }

    Spans spans() {
        return spans;
    }

    /// The baseline of a spike, computed once for as long as nothing in it changes.
    Baseline baseline(SpikeCheck check, long upTo, int windows) {
        Baseline known = baselines[check.history()];
        if (known == null || known.upTo() != upTo || known.windows() != windows) {
            known = check.baseline(counts[check.history()], upTo, windows);
            baselines[check.history()] = known;
        }
        return known;
    }

    void count(int series, long second, long delta) {
        firstCounted = Math.min(firstCounted, second);
        counts[series].add(Seconds.floor(second, plan.series().get(series).bucket()), delta);
        Baseline known = baselines[series];
        if (known != null && second < known.upTo()) {
            baselines[series] = null;
        }
    }

    /// Looks at what may have changed.
    ///
    /// @param touched the second that was counted in; [Seconds#FOREVER] if none was
    void look(long touched, Clock clock, Consumer<Transition> out) {
        long settled = clock.settled();
        long now = Seconds.floor(clock.now(), plan.grid());
        if (plan.canBeEarly()) {
            lookEarly(Seconds.floor(touched, plan.coarse()), now, settled);
        }
        long lastSettled = plan.lastSettledEnd(settled);
        if (lastSettled > settledAt) {
            if (!plan.rises()) {
                examine(settledAt + plan.grid(), lastSettled, settled);
            }
            settledAt = lastSettled;
        }
        decide(now, clock.now(), out);
        forget();
    }

    /// Looks at the ends that a count has changed, and at those that time has come to since.
    private void lookEarly(long touched, long now, long settled) {
        if (touched <= lookedAt) {
            long last = touched + plan.coarse() + plan.reach() - plan.grid();
            examine(touched, Math.min(last, lookedAt), settled);
        }
        if (lookedAt < now) {
            examine(lookedAt + plan.grid(), now, settled);
            lookedAt = now;
        }
    }

    private void examine(long first, long last, long settled) {
        Decision decision = plan.decision();
        for (long end = first; end <= last; ) {
            long next =
                    end == last
                            ? last + plan.grid()
                            : Math.min(decision.nextChange(this, end, settled), last + plan.grid());
            Verdict verdict = decision.at(this, end, settled);
            if (verdict != Verdict.NO) {
                spans.add(end, next - plan.grid(), verdict == Verdict.HOLDS ? end : Spans.NOT_YET);
            }
            end = next;
        }
    }

    private void decide(long now, long at, Consumer<Transition> out) {
        if (!hasAlert()) {
            Spans.Span first = firstThatCounts(now);
            if (first == null) {
                removeSettled(out);
                return;
            }
            alert = first.held();
            out.accept(Transition.Fired.of(subject, alert, at, readings(alertEnd(first, now))));
        }
        removeSettled(out);
        if (firstThatCounts(now) == null) {
            end(at, Transition.Reason.RECOVERED, out);
        }
    }

    private Spans.@Nullable Span firstThatCounts(long now) {
        for (Spans.Span span : spans) {
            if (span.lasts(plan.lasting()) && span.held() + plan.lasting() <= now) {
                return span;
            }
        }
        return null;
    }

    private static long alertEnd(Spans.Span span, long now) {
        return Math.min(span.end(), now);
    }

    private void removeSettled(Consumer<Transition> out) {
        for (Iterator<Spans.Span> i = spans.iterator(); i.hasNext(); ) {
            Spans.Span span = i.next();
            if (span.end() + plan.keep() <= settledAt) {
                i.remove();
                if (span.lasts(plan.lasting())) {
                    out.accept(Transition.Settled.of(subject, alert, span.held(), span.end()));
                }
            }
        }
    }

    /// Ends the alert, if there is one.
    void end(long at, Transition.Reason reason, Consumer<Transition> out) {
        if (hasAlert()) {
            out.accept(Transition.Resolved.of(subject, alert, at, reason));
            alert = NONE;
        }
    }

    private void forget() {
        for (int i = 0; i < counts.length; i++) {
            Series series = plan.series().get(i);
            counts[i].forget(Seconds.floor(settledAt, series.bucket()) - series.lookBack());
        }
    }

    /// What the tests see at an end, by the counts there are.
    List<Reading> readings(long end) {
        List<Reading> readings = new ArrayList<>();
        plan.decision().read(this, end, readings);
        return readings;
    }

    /// Whether nothing would be lost without it: it would come up again with the next count.
    boolean isIdle() {
        if (plan.by() == null || plan.canHoldAtNothing() || hasAlert() || !spans.isEmpty()) {
            return false;
        }
        for (Counts series : counts) {
            if (!series.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// When to look at it next without another count: the second before which all must be settled.
    long nextLook() {
        long next = Long.MAX_VALUE;
        for (Spans.Span span : spans) {
            next = Math.min(next, plan.settledFrom(span.end() + plan.keep()));
        }
        if (!plan.rises()) {
            long change = plan.decision().nextChange(this, settledAt, Seconds.FOREVER);
            if (change < Seconds.FOREVER) {
                next = Math.min(next, plan.settledFrom(change));
            }
        }
        if (next == Long.MAX_VALUE && plan.by() != null && !plan.canHoldAtNothing()) {
            for (int i = 0; i < counts.length; i++) {
                if (!counts[i].isEmpty()) {
                    long gone = counts[i].last() + plan.series().get(i).lookBack();
                    next = Math.min(next, plan.settledFrom(gone));
                }
            }
        }
        return next;
    }

    /// When to look at it next because `for` will have passed.
    long nextLookByNow() {
        long next = Long.MAX_VALUE;
        if (!hasAlert() && plan.lasting() > 0) {
            for (Spans.Span span : spans) {
                if (span.held() != Spans.NOT_YET) {
                    long passed = span.held() + plan.lasting();
                    next = passed > lookedAt ? Math.min(next, passed) : next;
                }
            }
        }
        return next;
    }

    byte[] toBytes() {
        var out = new ByteWriter();
        out.size(LAYOUT);
        out.number(ruleSince);
        out.number(firstCounted);
        out.number(lookedAt);
        out.number(settledAt);
        out.number(alert);
        spans.write(out);
        out.size(counts.length);
        for (Counts series : counts) {
            series.write(out);
        }
        return out.toBytes();
    }

    /// @throws IllegalArgumentException if the bytes are of another layout
    static Instance fromBytes(Subject subject, Plan plan, byte[] bytes) {
        var in = new ByteReader(bytes, LAYOUT);
        var instance = new Instance(subject, plan, in.number(), Seconds.NEVER);
        instance.firstCounted = in.number();
        instance.lookedAt = in.number();
        instance.settledAt = in.number();
        instance.alert = in.number();
        instance.spans.read(in);
        if (in.size() != instance.counts.length) {
            throw new IllegalArgumentException("State of " + subject + " is of another condition");
        }
        for (Counts series : instance.counts) {
            series.read(in);
        }
        return instance;
    }
}
