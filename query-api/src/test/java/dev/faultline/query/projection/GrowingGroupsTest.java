package dev.faultline.query.projection;

import static dev.faultline.query.Groups.id;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowingGroupsTest {

    private final GrowingGroups groups = new GrowingGroups(3);

    @Test
    void looksAtAGroupWhenItIsSeenFirst() {
        groups.add(id(1));
        groups.add(id(2));
        groups.add(id(1));

        assertThat(groups.take(10)).containsExactly(id(1), id(2));
        assertThat(groups.take(10)).isEmpty();
    }

    @Test
    void looksAgainWhenItHasGrownEnough() {
        groups.add(id(1));
        assertThat(groups.take(10)).containsExactly(id(1));

        groups.add(id(1));
        groups.add(id(1));
        assertThat(groups.take(10)).isEmpty();
        groups.add(id(1));
        assertThat(groups.take(10)).containsExactly(id(1));
    }

    @Test
    void givesThoseThatWaitLongestFirst() {
        for (int n = 1; n <= 5; n++) {
            groups.add(id(n));
        }

        assertThat(groups.take(2)).containsExactly(id(1), id(2));
        assertThat(groups.take(2)).containsExactly(id(3), id(4));
        assertThat(groups.take(2)).containsExactly(id(5));
    }

    @Test
    void remembersABoundedNumber() {
        for (int n = 0; n < 60_000; n++) {
            groups.add(id(n));
        }

        assertThat(groups.take(100_000)).hasSize(50_000);
    }
}
