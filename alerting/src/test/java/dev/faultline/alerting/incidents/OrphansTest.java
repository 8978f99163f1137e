package dev.faultline.alerting.incidents;

import static dev.faultline.alerting.incidents.Alerts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alerting.incidents.Orphans.Firing;
import dev.faultline.event.ProjectId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrphansTest {

    private static final Firing ONE = firing(1);
    private static final Firing TWO = firing(2);

    private final Orphans orphans = new Orphans(Duration.ofMinutes(5));

    private static Firing firing(int number) {
        return new Firing(new UUID(0, number), ProjectId.DEFAULT, new UUID(1, number), 1);
    }

    private List<UUID> after(int minutes, Firing evaluated) {
        return orphans.among(
                List.of(ONE, TWO), evaluated::equals, NOON.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void waitsForTheEndForAWhile() {
        assertThat(after(0, TWO)).isEmpty();
        assertThat(after(4, TWO)).isEmpty();
        assertThat(after(5, TWO)).containsExactly(ONE.incident());
        assertThat(after(6, TWO)).containsExactly(ONE.incident());
    }

    @Test
    void waitsAnewIfTheRuleWasThereInBetween() {
        assertThat(after(0, TWO)).isEmpty();
        assertThat(after(3, ONE)).isEmpty();
        assertThat(after(6, TWO)).isEmpty();
        assertThat(after(11, TWO)).containsExactly(ONE.incident());
    }
}
