package dev.faultline.aggregator.transition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.group.GroupingVersion;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.Grouping;
import dev.faultline.grouping.GroupingInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransitionTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final GroupingInput INPUT = GroupingInput.of("Disk full", null, "backend");

    @Test
    void knowsNoFormerVersionWhereNothingWasCountedBefore() {
        GroupingVersion version = Transition.next(null, false, 2, NOON);

        assertThat(version).isEqualTo(new GroupingVersion(2, null, NOON));
        assertThat(Transition.of(version, MONTH)).isEqualTo(Transition.NONE);
    }

    @Test
    void takesGroupsOfUnknownVersionForThoseOfTheFirst() {
        assertThat(Transition.next(null, true, 2, NOON)).isEqualTo(new GroupingVersion(2, 1, NOON));
        assertThat(Transition.next(null, true, 1, NOON))
                .isEqualTo(new GroupingVersion(1, null, NOON));
    }

    @Test
    void beginsATransitionWhenTheVersionRises() {
        GroupingVersion known = new GroupingVersion(2, 1, NOON);

        assertThat(Transition.next(known, true, 3, NOON.plus(MONTH)))
                .isEqualTo(new GroupingVersion(3, 2, NOON.plus(MONTH)));
    }

    @Test
    void goesOnWithTheTransitionThatHasBegun() {
        GroupingVersion known = new GroupingVersion(2, 1, NOON);

        assertThat(Transition.next(known, true, 2, NOON.plus(MONTH))).isEqualTo(known);
        // An older process beside a newer one.
        assertThat(Transition.next(known, true, 1, NOON.plus(MONTH))).isEqualTo(known);
    }

    @Test
    void looksOldGroupsUpUntilItIsOver() {
        Transition transition = Transition.of(new GroupingVersion(2, 1, NOON), MONTH);
        Fingerprint old = Grouping.former(1, INPUT).orElseThrow();

        assertThat(transition.formerFingerprint(() -> INPUT, Optional.empty(), NOON)).contains(old);
        assertThat(transition.formerFingerprint(() -> INPUT, Optional.empty(), NOON.plus(MONTH)))
                .isEmpty();
        assertThat(Transition.NONE.formerFingerprint(() -> INPUT, Optional.empty(), NOON))
                .isEmpty();
    }

    @Test
    void takesOverWhatAGatewayOfTheFormerVersionComputed() {
        Transition transition = Transition.of(new GroupingVersion(2, 1, NOON), MONTH);
        Fingerprint answered = new Fingerprint(1, "a".repeat(32));

        assertThat(transition.formerFingerprint(() -> INPUT, Optional.of(answered), NOON))
                .contains(answered);
        assertThat(
                        transition.formerFingerprint(
                                () -> INPUT, Optional.of(new Fingerprint(2, "a".repeat(32))), NOON))
                .isEqualTo(Grouping.former(1, INPUT));
    }

    @Test
    void asksNothingOfAVersionThatIsForgotten() {
        Transition transition = Transition.of(new GroupingVersion(3, 99, NOON), MONTH);

        assertThat(transition.formerFingerprint(() -> INPUT, Optional.empty(), NOON)).isEmpty();
    }
}
