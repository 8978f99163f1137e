package dev.faultline.alerting.notifications;

import dev.faultline.alerting.delivery.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What all processes know of a target. Pure.
///
/// @param waitUntil the target asked to be left alone until then; null if it did not
record TargetState(TokenBucket bucket, Breaker breaker, @Nullable Instant waitUntil) {

    static TargetState unused(Budget budget, Instant now) {
        return new TargetState(TokenBucket.full(budget, now), Breaker.CLOSED, null);
    }

    TargetState at(Instant now, Budget budget) {
        return new TargetState(bucket.at(now, budget), breaker, waitUntil);
    }

    /// How many can be sent now.
    int allowed(Instant now) {
        if (isAfter(breaker.openUntil(), now) || isAfter(waitUntil, now)) {
            return 0;
        }
        return Math.min(bucket.whole(), breaker.isTrying() ? 1 : Integer.MAX_VALUE);
    }

    /// When the next can be sent, as far as is known.
    Instant notBefore(Budget budget) {
        return Stream.of(bucket.next(budget), breaker.openUntil(), waitUntil)
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /// After so many were taken to be sent.
    ///
    /// @param leaseUntil by then their outcome is known
    TargetState sending(int taken, Instant leaseUntil) {
        return new TargetState(
                bucket.without(taken),
                breaker.isTrying() ? breaker.trying(leaseUntil) : breaker,
                waitUntil);
    }

    /// After a message ended so. Who answers with a refusal, or with the wish to wait, works.
    TargetState after(Delivery delivery, Instant now) {
        if (!(delivery instanceof Delivery.Retry retry)) {
            return new TargetState(bucket, Breaker.CLOSED, waitUntil);
        }
        Duration asked = retry.retryAfter();
        return asked == null
                ? new TargetState(bucket, breaker.failed(now), waitUntil)
                : new TargetState(bucket, Breaker.CLOSED, now.plus(asked));
    }

    private static boolean isAfter(@Nullable Instant time, Instant now) {
        return time != null && time.isAfter(now);
    }
}
