package dev.faultline.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.access.ApiKey;
import dev.faultline.event.ProjectId;
import dev.faultline.usage.KeyUsage;
import dev.faultline.usage.KeyUsage.Amount;
import dev.faultline.usage.RequestClass;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RateLimiterTest {

    private static final ApiKey KEY = key("key-1");
    private static final ApiKey OTHER = key("key-2");
    private static final long NOW = 1_750_000_000L;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UsageLedger ledger = new UsageLedger("here");
    private long second = NOW;

    @Test
    void refusesUnderEnforceWhatIsOverTheLimit() {
        RateLimiter limiter = limiter(RateLimitMode.ENFORCE);

        assertThat(limiter.charge(KEY, RequestClass.INGEST, 8))
                .isEqualTo(new Charge(RequestClass.INGEST, 10, 8, 0, 2, 60, 0));
        Charge over = limiter.charge(KEY, RequestClass.INGEST, 5);

        assertThat(over.admitted()).isEqualTo(2);
        assertThat(over.refused()).isEqualTo(3);
        assertThat(over.remaining()).isZero();
        assertThat(over.sentence()).isEqualTo("Rate limit exceeded: ingest 10 per minute");
        assertThat(limited("ingest")).isEqualTo(3);
        assertThat(ledger.drain())
                .containsExactly(usage(new Amount(RequestClass.INGEST, NOW, 10, 0, 3)));
    }

    @Test
    void tellsUnderObserveWhatEnforceWouldRefuse() {
        RateLimiter enforcing = limiter(RateLimitMode.ENFORCE);
        RateLimiter observing = limiter(RateLimitMode.OBSERVE);
        Random random = new Random(7);
        long refused = 0;
        for (int i = 0; i < 2_000; i++) {
            second += random.nextInt(3);
            int asked = random.nextInt(1, 4);
            refused += enforcing.charge(KEY, RequestClass.INGEST, asked).refused();
            Charge observed = observing.charge(KEY, RequestClass.INGEST, asked);

            assertThat(observed.admitted()).isEqualTo(asked);
            assertThat(observed.refused()).isZero();
        }

        List<Amount> amounts = ledger.drain().getFirst().amounts();
        assertThat(refused).isPositive();
        assertThat(amounts.stream().mapToLong(Amount::refused).sum()).isEqualTo(refused);
        assertThat(amounts.stream().mapToLong(Amount::over).sum()).isEqualTo(refused);
    }

    @ParameterizedTest
    @EnumSource(RequestClass.class)
    void countsEachClassAndEachKeyForItself(RequestClass type) {
        RateLimiter limiter = limiter(RateLimitMode.ENFORCE);
        int limit = limiter.charge(KEY, type, 1).limit();
        limiter.charge(KEY, type, limit);

        assertThat(limiter.charge(KEY, type, 1).refused()).isOne();
        assertThat(limiter.charge(OTHER, type, 1).refused()).isZero();
        for (RequestClass another : RequestClass.values()) {
            assertThat(limiter.charge(KEY, another, 1).refused())
                    .isEqualTo(another == type ? 1 : 0);
        }
    }

    @Test
    void hasNoLimitWhenOffAndWhereItIsZero() {
        RateLimiter off = limiter(RateLimitMode.OFF);
        RateLimiter unlimited =
                limiter(new RateLimitSettings(RateLimitMode.ENFORCE, 0, 3, 3, 1, 100));

        for (RateLimiter limiter : List.of(off, unlimited)) {
            Charge charge = limiter.charge(KEY, RequestClass.INGEST, 100_000);

            assertThat(charge.admitted()).isEqualTo(100_000);
            assertThat(charge.isLimited()).isFalse();
        }
        assertThat(ledger.drain().getFirst().amounts())
                .containsExactly(new Amount(RequestClass.INGEST, NOW, 200_000, 0, 0));
    }

    @Test
    void asksToWaitUntilSomethingFitsAndUpToAFifthLonger() {
        RateLimiter limiter = limiter(RateLimitMode.ENFORCE);
        limiter.charge(KEY, RequestClass.GENERAL, 5);
        second += 20;

        List<Integer> waits =
                IntStream.range(0, 500)
                        .mapToObj(_ -> limiter.charge(KEY, RequestClass.GENERAL, 1).retryAfter())
                        .distinct()
                        .sorted()
                        .toList();

        assertThat(waits).containsExactly(40, 41, 42, 43, 44, 45, 46, 47, 48);
    }

    @Test
    void countsWhatIsUsedAtOtherProcesses() {
        RateLimiter limiter = limiter(RateLimitMode.ENFORCE);

        limiter.count(
                new KeyUsage(
                        KEY.id(),
                        KEY.project(),
                        "there",
                        List.of(
                                new Amount(RequestClass.INGEST, NOW - 2, 9, 0, 4),
                                new Amount(RequestClass.GENERAL, NOW - 70, 5, 0, 0))));

        assertThat(limiter.charge(KEY, RequestClass.INGEST, 2).admitted()).isOne();
        assertThat(limiter.charge(KEY, RequestClass.GENERAL, 2).admitted()).isEqualTo(2);
        assertThat(ledger.drain().getFirst().amounts())
                .contains(new Amount(RequestClass.INGEST, NOW, 1, 0, 1));
    }

    @Test
    void forgetsTheKeyThatWasUsedLeastRecentlyWhenThereAreTooMany() {
        RateLimiter limiter = limiter(RateLimitMode.ENFORCE);
        limiter.charge(KEY, RequestClass.GENERAL, 5);
        for (int i = 0; i < 99; i++) {
            limiter.charge(key("filler-" + i), RequestClass.GENERAL, 1);
        }

        assertThat(limiter.charge(KEY, RequestClass.GENERAL, 1).refused()).isOne();
        for (int i = 0; i < 100; i++) {
            limiter.charge(key("more-" + i), RequestClass.GENERAL, 1);
        }
        assertThat(limiter.charge(KEY, RequestClass.GENERAL, 1).refused()).isZero();
    }

    private RateLimiter limiter(RateLimitMode mode) {
        return limiter(new RateLimitSettings(mode, 10, 3, 5, 1, 100));
    }

    private RateLimiter limiter(RateLimitSettings settings) {
        return new RateLimiter(
                settings, ledger, () -> Instant.ofEpochSecond(second), new Random(1), meters);
    }

    private double limited(String type) {
        return meters.get("faultline.rate.limited").tag("class", type).counter().count();
    }

    private static KeyUsage usage(Amount... amounts) {
        return new KeyUsage(KEY.id(), KEY.project(), "here", List.of(amounts));
    }

    private static ApiKey key(String id) {
        return ApiKey.ofOperator(id, ProjectId.DEFAULT, "****" + id, "Test");
    }
}
