package dev.faultline.alerting.incidents;

import static dev.faultline.alerting.incidents.Alerts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alerting.incidents.FlapDamping.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlapDampingTest {

    private final FlapDamping damping =
            new FlapDamping(
                    new IncidentSettings(
                            4,
                            Duration.ofMinutes(30),
                            Duration.ofMinutes(15),
                            Duration.ofSeconds(1),
                            Duration.ofMinutes(5),
                            Duration.ofDays(365)));

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private static List<Recovery> recoveriesEvery(int minutes, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Recovery(minute(i * minutes), minute(i * minutes)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, false",
        "1, 3, false",
        "1, 4, true",
        "9, 4, true",
        "10, 4, false", // The first is 30 minutes before the last.
        "10, 9, false",
        "7, 9, true"
    })
    void beginsWithTheFourthRecoveryInHalfAnHour(int minutes, int count, boolean begins) {
        List<Recovery> recoveries = recoveriesEvery(minutes, count);
        Recovery last = recoveries.getLast();

        assertThat(damping.begins(null, recoveries, last.at(), last.receivedAt()).isPresent())
                .isEqualTo(begins);
    }

    @Test
    void takesABacklogForNoFlapping() {
        Instant now = minute(600);
        List<Recovery> recoveries =
                recoveriesEvery(60, 6).stream().map(each -> new Recovery(each.at(), now)).toList();

        assertThat(damping.begins(null, recoveries, minute(300), now)).isEmpty();
    }

    @Test
    void countsNoRecoveryThatIsLater() {
        assertThat(damping.begins(null, recoveriesEvery(1, 9), minute(2), minute(9))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "14, true", "15, false", "40, false"})
    void goesOnUntilItIsStable(int minutesLater, boolean flaps) {
        Flap flap = new Flap(NOON, minute(5));
        Instant now = minute(5 + minutesLater);

        assertThat(damping.heldUntil(flap, now).isPresent()).isEqualTo(flaps);
        assertThat(damping.goesOn(flap, now).isPresent()).isEqualTo(flaps);
        damping.goesOn(flap, now)
                .ifPresent(next -> assertThat(next).isEqualTo(new Flap(NOON, now)));
    }

    @Test
    void beginsAnewWithWhatCameAfterItWasStable() {
        Flap last = new Flap(NOON.minusSeconds(3600), NOON.minusSeconds(60)); // Until 12:14.
        List<Recovery> recoveries = recoveriesEvery(5, 6);

        assertThat(damping.begins(last, recoveries, minute(25), minute(25))).isEmpty();
        List<Recovery> more = recoveriesEvery(5, 7);
        assertThat(damping.begins(last, more, minute(30), minute(30)))
                .contains(new Flap(minute(30), minute(30)));
    }

    @Test
    void saysWhatItDoes() {
        assertThat(damping.sentence())
                .isEqualTo(
                        "It fired and recovered 4 times within 30m: notices are held back until it has been stable for 15m");
    }
}
