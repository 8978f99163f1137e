package dev.faultline.aggregator.intake;

import static dev.faultline.aggregator.intake.Sampler.Sample.BEGINNING;
import static dev.faultline.aggregator.intake.Sampler.Sample.NOTHING;
import static dev.faultline.aggregator.intake.Sampler.Sample.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.aggregator.AggregatorSettings.Sampling;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.Fact;
import dev.faultline.group.RawPosition;
import dev.faultline.grouping.Grouping;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SamplerTest {

    private static final long MINUTE = 60;

    private final Sampler sampler = new Sampler(new Sampling(2, 3));

    @Test
    void keepsTheFirstFewOfAGroupAndMinute() {
        assertThat(sample("a", 0)).isEqualTo(WHOLE);
        assertThat(sample("a", 1)).isEqualTo(WHOLE);
        assertThat(sample("a", 2)).isEqualTo(NOTHING);
        assertThat(sample("a", MINUTE)).isEqualTo(WHOLE);
    }

    @Test
    void keepsTheBeginningOfANewGroupWhenTheProjectsBudgetIsSpent() {
        sample("a", 0);
        sample("b", 0);
        sample("c", 0);

        assertThat(sample("d", 0)).isEqualTo(BEGINNING);
        assertThat(sample("d", 0)).isEqualTo(NOTHING);
        assertThat(sample("a", 0)).isEqualTo(NOTHING);
        assertThat(sample("d", 1)).isEqualTo(WHOLE);
    }

    @Test
    void budgetsEachProjectForItself() {
        sample("a", 0);
        sample("b", 0);
        sample("c", 0);

        assertThat(sample(new ProjectId("shop"), "d", 0)).isEqualTo(WHOLE);
    }

    private Sampler.Sample sample(String message, long second) {
        return sample(ProjectId.DEFAULT, message, second);
    }

    private Sampler.Sample sample(ProjectId project, String message, long second) {
        Instant time = Instant.ofEpochSecond(1_800_000_000 + second);
        Fact fact =
                new Fact(
                        1,
                        project,
                        Grouping.fingerprint(message, null, "backend"),
                        Severity.ERROR,
                        "backend",
                        "production",
                        time,
                        time,
                        new RawPosition(0, second));
        return sampler.sample(fact.groupId(), fact);
    }
}
