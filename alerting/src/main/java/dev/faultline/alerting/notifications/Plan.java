package dev.faultline.alerting.notifications;

import java.time.Duration;
import java.time.Instant;

/// What is done now about what waits for a target. Pure.
sealed interface Plan {

    /// Nothing yet.
    record Wait() implements Plan {}

    /// The first so many, one by one.
    record Send(int count) implements Plan {}

    /// All in one message.
    record Digest() implements Plan {}

    /// What waits.
    ///
    /// @param collapsible how many of them can be told by a digest
    /// @param since when the first of them was due
    record Waiting(int count, int collapsible, Instant since) {}

    /// @param most what this process can send at once
    /// @param patience how long what is over the budget waits to be sent after all
    static Plan of(
            TargetState state,
            Budget budget,
            Waiting waiting,
            int most,
            Duration patience,
            Instant now) {
        int allowed = state.allowed(now);
        if (allowed == 0 || most == 0 || waiting.count() == 0) {
            return new Wait();
        }
        int over = waiting.count() - state.bucket().whole();
        boolean takesTooLong = over > 0 && budget.toSend(over).compareTo(patience) > 0;
        boolean hasWaited = waiting.since().plus(patience).isBefore(now);
        if (takesTooLong && hasWaited && waiting.collapsible() > 1) {
            return new Digest();
        }
        return new Send(Math.min(Math.min(allowed, most), waiting.count()));
    }
}
