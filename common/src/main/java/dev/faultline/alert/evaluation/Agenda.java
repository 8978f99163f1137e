package dev.faultline.alert.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// When which instance is to be looked at without being counted in. What is due depends on the
/// state of the instances alone, not on how the agenda was filled.
final class Agenda {

    private static final Comparator<Entry> BY_TIME = Comparator.comparingLong(Entry::time);

    private final PriorityQueue<Entry> bySettled = new PriorityQueue<>(BY_TIME);
    private final PriorityQueue<Entry> byNow = new PriorityQueue<>(BY_TIME);

    private record Entry(long time, Instance instance) {}

    /// Notes when an instance that has changed is to be looked at. A later time than the one noted
    /// is found out when that one comes.
    void note(Instance instance) {
        long next = instance.nextLook();
        if (next < instance.noted) {
            instance.noted = next;
            bySettled.add(new Entry(next, instance));
        }
        long nextByNow = instance.nextLookByNow();
        if (nextByNow < instance.notedByNow) {
            instance.notedByNow = nextByNow;
            byNow.add(new Entry(nextByNow, instance));
        }
    }

    /// Takes out what is to be looked at now; each instance is noted anew after that.
    List<Instance> due(long settled, long now) {
        List<Instance> due = new ArrayList<>();
        List<Instance> later = new ArrayList<>();
        while (!bySettled.isEmpty() && bySettled.peek().time <= settled) {
            Entry entry = bySettled.remove();
            if (entry.time == entry.instance.noted) {
                entry.instance.noted = Long.MAX_VALUE;
                (entry.instance.nextLook() <= settled ? due : later).add(entry.instance);
            }
        }
        while (!byNow.isEmpty() && byNow.peek().time <= now) {
            Entry entry = byNow.remove();
            if (entry.time == entry.instance.notedByNow) {
                entry.instance.notedByNow = Long.MAX_VALUE;
                (entry.instance.nextLookByNow() <= now ? due : later).add(entry.instance);
            }
        }
        later.forEach(this::note);
        return due;
    }
}
