package dev.faultline.alerting.notifications;

import java.time.Duration;
import java.time.Instant;

/// What is left of a budget. Pure.
///
/// @param tokens 0 to the budget's burst, with the fraction that has grown
/// @param at when that was so
record TokenBucket(double tokens, Instant at) {

    static TokenBucket full(Budget budget, Instant now) {
        return new TokenBucket(budget.burst(), now);
    }

    /// As it is at this time; a clock that went back takes nothing away.
    TokenBucket at(Instant now, Budget budget) {
        if (!now.isAfter(at)) {
            return this;
        }
        double grown = (double) Duration.between(at, now).toNanos() / budget.oneIn().toNanos();
        return new TokenBucket(Math.min(budget.burst(), tokens + grown), now);
    }

    /// How many can be sent at once.
    int whole() {
        // What has grown in steps may lack a billionth.
        return (int) Math.floor(tokens + 1e-9);
    }

    TokenBucket without(int taken) {
        return new TokenBucket(Math.max(0, tokens - taken), at);
    }

    /// When one more can be sent; not after its own time if that is now.
    Instant next(Budget budget) {
        double missing = 1 - tokens;
        return missing <= 1e-9
                ? at
                : at.plusNanos((long) Math.ceil(missing * budget.oneIn().toNanos()));
    }
}
