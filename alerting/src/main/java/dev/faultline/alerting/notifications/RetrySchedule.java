package dev.faultline.alerting.notifications;

import dev.faultline.alerting.delivery.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long after a failed attempt the next one follows. Each pause is up to a tenth longer, so
/// that what failed together is not repeated together. Pure but for that.
///
/// @param pauses after the first attempt, the second, ...; one attempt more than there are
record RetrySchedule(List<Duration> pauses) {

    /// That of [Standard
    /// Webhooks](https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md):
    /// a program wants to know of each, even three days later.
    private static final RetrySchedule PROGRAMS =
            of("5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h");

    /// People know after ten hours, or need not any more.
    private static final RetrySchedule PEOPLE = of("5s", "30s", "2m", "10m", "30m", "2h", "7h");

    /// Somebody waits for the outcome.
    private static final RetrySchedule ONCE = of();

    private static final double JITTER = 0.1;

    RetrySchedule {
        pauses = List.copyOf(pauses);
    }

    static RetrySchedule of(Channel channel, String type) {
        if (type.equals(Types.TEST)) {
            return ONCE;
        }
        return channel == Channel.WEBHOOK ? PROGRAMS : PEOPLE;
    }

    private static RetrySchedule of(String... pauses) {
        return new RetrySchedule(
                List.of(pauses).stream().map(pause -> Duration.parse("PT" + pause)).toList());
    }

    int attempts() {
        return pauses.size() + 1;
    }

    /// @param tries how many attempts there were, 1 or more
    /// @return empty if that was the last
    Optional<Duration> pauseAfter(int tries, RandomGenerator random) {
        if (tries >= attempts()) {
            return Optional.empty();
        }
        Duration pause = pauses.get(tries - 1);
        return Optional.of(
                pause.plusMillis((long) (pause.toMillis() * JITTER * random.nextDouble())));
    }
}
