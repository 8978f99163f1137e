package dev.faultline.limit;

import dev.faultline.access.ApiKey;
import dev.faultline.usage.KeyUsage;
import dev.faultline.usage.RequestClass;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Charges keys for what they use, and says what is over their limit: at most L in any 60 whole
/// seconds. In memory alone, so that no request waits for another server. Thread-safe.
///
/// What is over the limit does not count against it, whether it is refused or only observed: to
/// observe shows exactly what to enforce would refuse.
public final class RateLimiter {

    private final RateLimitSettings settings;
    private final Windows<Use> windows;
    private final UsageLedger ledger;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final MeterRegistry meters;

    /// @param random safe for use by many threads
    RateLimiter(
            RateLimitSettings settings,
            UsageLedger ledger,
            InstantSource clock,
            RandomGenerator random,
            MeterRegistry meters) {
        this.settings = settings;
        this.windows = new Windows<>(settings.maxWindows());
        this.ledger = ledger;
        this.clock = clock;
        this.random = random;
        this.meters = meters;
        for (RequestClass type : RequestClass.values()) {
            var _ = overLimit(type);
        }
    }

    private Counter overLimit(RequestClass type) {
        return Counter.builder("faultline.rate.limited")
                .description("Events and requests over a key's limit, refused under enforce")
                .tag("class", type.label())
                .register(meters);
    }

    /// @param asked how many events or requests
    public Charge charge(ApiKey key, RequestClass type, int asked) {
        long second = clock.instant().getEpochSecond();
        int limit = settings.mode() == RateLimitMode.OFF ? 0 : settings.of(key, type);
        if (limit == 0) {
            ledger.add(key, new KeyUsage.Amount(type, second, asked, 0, 0));
            return Charge.unlimited(type, asked);
        }
        SlidingWindow.Fit fit = windows.take(new Use(key.id(), type), second, limit, asked);
        int rest = asked - fit.fitting();
        boolean refuse = settings.mode() == RateLimitMode.ENFORCE;
        if (rest > 0) {
            overLimit(type).increment(rest);
        }
        ledger.add(
                key,
                new KeyUsage.Amount(
                        type, second, fit.fitting(), refuse ? 0 : rest, refuse ? rest : 0));
        return new Charge(
                type,
                limit,
                refuse ? fit.fitting() : asked,
                refuse ? rest : 0,
                fit.remaining(),
                fit.seconds(),
                rest == 0 ? 0 : withJitter(fit.seconds()));
    }

    private int withJitter(int seconds) {
        return seconds + random.nextInt(seconds / 5 + 1);
    }

    /// Counts what a key used at another process.
    void count(KeyUsage elsewhere) {
        long now = clock.instant().getEpochSecond();
        for (KeyUsage.Amount amount : elsewhere.amounts()) {
            windows.add(
                    new Use(elsewhere.keyId(), amount.type()),
                    now,
                    amount.second(),
                    amount.within());
        }
    }

    private record Use(String keyId, RequestClass type) {}
}
