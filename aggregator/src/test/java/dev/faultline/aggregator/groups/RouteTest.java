package dev.faultline.aggregator.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.ProjectId;
import dev.faultline.group.Alias;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupId;
import dev.faultline.group.Routing;
import dev.faultline.group.Routing.Step;
import dev.faultline.grouping.Fingerprint;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static final Fingerprint OLD = new Fingerprint(1, "a".repeat(32));
    private static final Fact PLAIN = Facts.at(1);
    private static final GroupId HOME = PLAIN.groupId();
    private static final GroupId FORMER = GroupId.of(ProjectId.DEFAULT, OLD);
    private static final GroupId OTHER =
            GroupId.of(ProjectId.DEFAULT, new Fingerprint(1, "b".repeat(32)));

    @Test
    void countsAPlainFactAtHomeWithoutAskingWhetherItIsKnown() {
        assertThat(Route.of(HOME, PLAIN, null, RouteTest::mustNotBeAsked))
                .containsExactly(new Leg.Count(PLAIN));
    }

    @Test
    void asksTheFormerGroupWhereTheNewOneIsNotKnown() {
        Fact fact = routed(Step.HOME, OLD, null);

        assertThat(Route.of(HOME, fact, null, () -> false))
                .containsExactly(new Leg.Send(FORMER, routed(Step.ASKING, OLD, null)));
    }

    @Test
    void countsAtHomeWhereTheNewGroupIsKnown() {
        Fact fact = routed(Step.HOME, OLD, null);

        assertThat(Route.of(HOME, fact, null, () -> true)).containsExactly(new Leg.Count(fact));
    }

    @Test
    void countsInTheFormerGroupAndSaysSo() {
        Fact fact = routed(Step.ASKING, OLD, null);

        assertThat(Route.of(FORMER, fact, null, () -> true))
                .containsExactly(
                        new Leg.Count(fact),
                        new Leg.Announce(
                                new Alias(ProjectId.DEFAULT, HOME, FORMER, Alias.Kind.MOVED)));
    }

    @Test
    void returnsWhereThereIsNoFormerGroup() {
        Fact settled = routed(Step.SETTLED, OLD, null);

        assertThat(Route.of(FORMER, routed(Step.ASKING, OLD, null), null, () -> false))
                .containsExactly(new Leg.Send(HOME, settled));
        assertThat(Route.of(HOME, settled, null, () -> false))
                .containsExactly(new Leg.Count(settled));
    }

    @Test
    void followsAMove() {
        Fact fact = routed(Step.HOME, null, null);
        Fact moved = routed(Step.MOVED, null, null);

        assertThat(Route.of(HOME, fact, FORMER, RouteTest::mustNotBeAsked))
                .containsExactly(new Leg.Send(FORMER, moved));
        assertThat(Route.of(FORMER, moved, null, () -> true)).containsExactly(new Leg.Count(moved));
    }

    @Test
    void followsTheMoveOfTheFormerGroupItselfAndAnnouncesWhereItEnded() {
        Fact asking = routed(Step.ASKING, OLD, null);

        assertThat(Route.of(FORMER, asking, OTHER, RouteTest::mustNotBeAsked))
                .containsExactly(new Leg.Send(OTHER, asking));
        assertThat(Route.of(OTHER, asking, null, () -> true))
                .containsExactly(
                        new Leg.Count(asking),
                        new Leg.Announce(
                                new Alias(ProjectId.DEFAULT, HOME, OTHER, Alias.Kind.MOVED)));
    }

    @Test
    void comesBackFromAGroupThatIsGone() {
        Fact settled = routed(Step.SETTLED, null, null);

        assertThat(Route.of(FORMER, routed(Step.MOVED, null, null), null, () -> false))
                .containsExactly(new Leg.Send(HOME, settled));
        assertThat(Route.of(HOME, settled, FORMER, () -> false))
                .containsExactly(new Leg.Count(settled));
    }

    @Test
    void announcesTheIdThatAnotherGatewayAnswered() {
        Fact fact = routed(Step.HOME, null, OTHER);

        assertThat(Route.of(HOME, fact, null, () -> true))
                .containsExactly(
                        new Leg.Count(fact),
                        new Leg.Announce(
                                new Alias(ProjectId.DEFAULT, OTHER, HOME, Alias.Kind.ANSWERED)));
    }

    @Test
    void announcesNothingWhereTheAnsweredGroupIsTheOneThatCounts() {
        Fact fact = routed(Step.ASKING, OLD, FORMER);

        assertThat(Route.of(FORMER, fact, null, () -> true))
                .containsExactly(
                        new Leg.Count(fact),
                        new Leg.Announce(
                                new Alias(ProjectId.DEFAULT, HOME, FORMER, Alias.Kind.MOVED)));
    }

    private static Fact routed(Step step, Fingerprint former, GroupId answered) {
        return PLAIN.routed(new Routing(step, former, answered));
    }

    private static boolean mustNotBeAsked() {
        throw new AssertionError("a look into the store that is not needed");
    }
}
