package dev.faultline.alerting.notifications;

import java.util.HashMap;
import java.util.Map;

/// How many are being sent at once, in all and to one target: one that answers slowly must not keep
/// the others waiting. Thread-safe.
final class Slots {

    private final int inAll;
    private final int perTarget;
    private final Map<TargetKey, Integer> taken = new HashMap<>();
    private int used;

    Slots(int inAll, int perTarget) {
        this.inAll = inAll;
        this.perTarget = perTarget;
    }

    synchronized int free(TargetKey target) {
        return Math.min(inAll - used, perTarget - taken.getOrDefault(target, 0));
    }

    synchronized void take(TargetKey target) {
        used++;
        taken.merge(target, 1, Integer::sum);
    }

    synchronized void release(TargetKey target) {
        used--;
        taken.computeIfPresent(target, (_, count) -> count == 1 ? null : count - 1);
    }
}
