package dev.faultline.alert.evaluation;

import java.util.List;

/// Decisions of which all must hold, or one.
record Joined(boolean all, List<Decision> parts) implements Decision {

    Joined {
        parts = List.copyOf(parts);
    }

    @Override
    public Verdict at(Instance instance, long end, long settled) {
        Verdict verdict = all ? Verdict.HOLDS : Verdict.NO;
        for (Decision part : parts) {
            Verdict one = part.at(instance, end, settled);
            verdict = all ? verdict.and(one) : verdict.or(one);
        }
        return verdict;
    }

    @Override
    public long nextChange(Instance instance, long end, long settled) {
        long next = Seconds.FOREVER;
        for (Decision part : parts) {
            next = Math.min(next, part.nextChange(instance, end, settled));
        }
        return next;
    }

    @Override
    public boolean rises() {
        return parts.stream().allMatch(Decision::rises);
    }

    @Override
    public boolean canBeEarly() {
        return all
                ? parts.stream().allMatch(Decision::canBeEarly)
                : parts.stream().anyMatch(Decision::canBeEarly);
    }

    @Override
    public boolean canHoldAtNothing() {
        return parts.stream().anyMatch(Decision::canHoldAtNothing);
    }

    @Override
    public void read(Instance instance, long end, List<Reading> readings) {
        parts.forEach(part -> part.read(instance, end, readings));
    }
}
