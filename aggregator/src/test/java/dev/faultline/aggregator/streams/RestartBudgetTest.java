package dev.faultline.aggregator.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {

    private static final Instant START = Instant.ofEpochSecond(1_800_000_000);

    private final RestartBudget budget = new RestartBudget(2, Duration.ofMinutes(10));

    @Test
    void allowsAFewRestartsWithinThePeriod() {
        assertThat(budget.take(START)).isTrue();
        assertThat(budget.take(START.plusSeconds(60))).isTrue();
        assertThat(budget.take(START.plusSeconds(599))).isFalse();
    }

    @Test
    void allowsOneMoreWhenTheFirstIsAPeriodAgo() {
        budget.take(START);
        budget.take(START.plusSeconds(60));

        assertThat(budget.take(START.plusSeconds(600))).isTrue();
        assertThat(budget.take(START.plusSeconds(601))).isFalse();
    }
}
