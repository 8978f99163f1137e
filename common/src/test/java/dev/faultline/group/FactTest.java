package dev.faultline.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.event.ProjectId;
import dev.faultline.grouping.Fingerprint;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactTest {

    /// Golden: clients keep these ids.
    @Test
    void neverChangesTheIdOfAGroup() {
        assertThat(
                        GroupId.of(
                                ProjectId.DEFAULT,
                                new Fingerprint(1, "0123456789abcdef0123456789abcdef")))
                .hasToString("dbd0baaf-6003-5794-aa77-83c3476ec1fd");
        assertThat(Samples.FACT.groupId())
                .isEqualTo(new GroupId(UUID.fromString("941b5177-dbf9-5f73-9109-42b796caad21")));
    }

    @Test
    void separatesGroupsOfProjects() {
        assertThat(GroupId.of(ProjectId.DEFAULT, Samples.FINGERPRINT)).isNotEqualTo(Samples.GROUP);
    }

    @Test
    void keepsEverythingButTheCountOfADuplicate() {
        Fact duplicate = Samples.FACT.countingNothing();

        assertThat(duplicate.count()).isZero();
        assertThat(duplicate)
                .usingRecursiveComparison()
                .ignoringFields("count")
                .isEqualTo(Samples.FACT);
    }

    @Test
    void rejectsNegativePlaces() {
        assertThatThrownBy(() -> new RawPosition(-1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RawPosition(0, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsWhetherAGroupHasAppliedIt() {
        List<Long> positions = List.of(7L, -1L);

        assertThat(new RawPosition(0, 6).isAppliedIn(positions)).isTrue();
        assertThat(new RawPosition(0, 7).isAppliedIn(positions)).isTrue();
        assertThat(new RawPosition(0, 8).isAppliedIn(positions)).isFalse();
        assertThat(new RawPosition(1, 0).isAppliedIn(positions)).isFalse();
        assertThat(new RawPosition(2, 0).isAppliedIn(positions)).isFalse();
    }
}
