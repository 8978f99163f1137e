package dev.faultline.alerting.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private static final Instant T = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static Plan plan(
            TargetState state, Channel channel, int waiting, int waited, int most) {
        return Plan.of(
                state,
                Budget.of(channel),
                new Plan.Waiting(waiting, waiting, T.minusSeconds(waited)),
                most,
                PATIENCE,
                T);
    }

    private static TargetState left(Channel channel, int tokens) {
        Budget budget = Budget.of(channel);
        return TargetState.unused(budget, T).sending(budget.burst() - tokens, T);
    }

    @ParameterizedTest
    @CsvSource({
        // channel, tokens, waiting, waited, most, sent one by one
        "SLACK, 3, 1, 0, 4, 1",
        "SLACK, 3, 3, 0, 4, 3",
        "SLACK, 3, 100, 0, 4, 3", // Too many, but none has waited yet.
        "SLACK, 3, 100, 10, 2, 2",
        "SLACK, 1, 11, 60, 4, 1", // The last of them goes out in ten seconds.
        "WEBHOOK, 10, 100, 60, 4, 4", // So does a hundredth here.
        "SMS, 1, 1, 100, 4, 1" // One alone is no digest.
    })
    void sendsOneByOneWhatIsNotTooMuch(
            Channel channel, int tokens, int waiting, int waited, int most, int sent) {
        assertThat(plan(left(channel, tokens), channel, waiting, waited, most))
                .isEqualTo(new Plan.Send(sent));
    }

    @ParameterizedTest
    @CsvSource({"SLACK, 1, 12", "SLACK, 3, 500", "SMS, 1, 2", "EMAIL, 1, 2", "WEBHOOK, 1, 102"})
    void tellsInOneWhatHasWaitedAndWouldWaitTooLong(Channel channel, int tokens, int waiting) {
        assertThat(plan(left(channel, tokens), channel, waiting, 11, 4))
                .isEqualTo(new Plan.Digest());
    }

    @Test
    void waitsForTheBudget() {
        assertThat(plan(left(Channel.SLACK, 0), Channel.SLACK, 50, 60, 4))
                .isEqualTo(new Plan.Wait());
        assertThat(plan(left(Channel.SLACK, 3), Channel.SLACK, 0, 0, 4)).isEqualTo(new Plan.Wait());
        assertThat(plan(left(Channel.SLACK, 3), Channel.SLACK, 5, 0, 0)).isEqualTo(new Plan.Wait());
    }

    @Test
    void waitsForTheBreakerAndThenTriesWithOne() {
        TargetState broken = left(Channel.WEBHOOK, 10);
        for (int i = 0; i < 5; i++) {
            broken = broken.after(new Delivery.Retry(null, "down", null), T.minusSeconds(60));
        }
        TargetState stillBroken = broken.after(new Delivery.Retry(null, "down", null), T);

        assertThat(plan(stillBroken, Channel.WEBHOOK, 8, 60, 4)).isEqualTo(new Plan.Wait());
        assertThat(plan(broken, Channel.WEBHOOK, 8, 60, 4)).isEqualTo(new Plan.Send(1));
    }

    @Test
    void neverPutsTestsAndDigestsIntoADigest() {
        Plan plan =
                Plan.of(
                        left(Channel.SMS, 1),
                        Budget.of(Channel.SMS),
                        new Plan.Waiting(30, 1, T.minusSeconds(60)),
                        4,
                        PATIENCE,
                        T);

        assertThat(plan).isEqualTo(new Plan.Send(1));
    }

    /// A thousand at once, by the second: what a person gets to see.
    @Test
    void makesNoFloodOfAThousand() {
        Budget budget = Budget.of(Channel.SLACK);
        TargetState state = TargetState.unused(budget, T);
        int waiting = 1000;
        int messages = 0;
        List<Integer> digests = new ArrayList<>();
        for (Instant now = T; waiting > 0; now = now.plusSeconds(1)) {
            state = state.at(now, budget);
            switch (Plan.of(
                    state, budget, new Plan.Waiting(waiting, waiting, T), 24, PATIENCE, now)) {
                case Plan.Send(int count) -> {
                    state = state.sending(count, now);
                    waiting -= count;
                    messages += count;
                }
                case Plan.Digest _ -> {
                    state = state.sending(1, now);
                    digests.add(waiting);
                    waiting = 0;
                    messages++;
                }
                case Plan.Wait _ -> {}
            }
        }

        assertThat(messages).isEqualTo(14);
        assertThat(digests).containsExactly(987);
    }
}
