package dev.faultline.aggregator.cells;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.alert.evaluation.Facets;
import dev.faultline.alert.evaluation.Signal;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import org.junit.jupiter.api.Test;

class KindBudgetTest {

    private final KindBudget budget = new KindBudget();

    @Test
    void countsWithoutSourceAndEnvironmentBeyondItsBound() {
        for (int i = 0; i < KindBudget.MAX_ORIGINS; i++) {
            assertThat(budget.within(key(1, "shop", "source-" + i, null)))
                    .isEqualTo(key(1, "shop", "source-" + i, null));
        }

        assertThat(budget.within(key(1, "shop", "one more", null)).facets())
                .isEqualTo(new Facets(Signal.EVENTS, Severity.ERROR, "", ""));
        assertThat(budget.within(key(1, "shop", "source-0", null)).facets().source())
                .isEqualTo("source-0");
        assertThat(budget.within(key(2, "shop", "one more", null)).facets().source())
                .isEqualTo("one more");
        assertThat(budget.within(key(1, "other", "one more", null)).facets().source())
                .isEqualTo("one more");
    }

    @Test
    void countsWithoutGroupBeyondItsBound() {
        for (int i = 0; i < KindBudget.MAX_GROUPS; i++) {
            assertThat(budget.within(key(1, "shop", "web", "g" + i)).group()).isNotNull();
        }

        assertThat(budget.within(key(1, "shop", "web", "one more")))
                .isEqualTo(key(1, "shop", "web", null));
        assertThat(budget.within(key(2, "shop", "web", "one more")).group()).isNotNull();
    }

    @Test
    void forgetsSecondsThatAreOver() {
        for (int i = 0; i <= KindBudget.MAX_ORIGINS; i++) {
            budget.within(key(1, "shop", "source-" + i, null));
        }
        budget.forgetBefore(2);

        assertThat(budget.within(key(1, "shop", "one more", null)).facets().source())
                .isEqualTo("one more");
    }

    private static SecondKey key(long second, String project, String source, String group) {
        return new SecondKey(
                second,
                new ProjectId(project),
                new Facets(Signal.EVENTS, Severity.ERROR, source, "production"),
                group);
    }
}
