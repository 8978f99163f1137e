package dev.faultline.aggregator.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.event.Severity;
import dev.faultline.group.Fact;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GroupStateTest {

    @Test
    void startsWithTheFirstEvent() {
        GroupSnapshot group = after(Facts.at(10, 9)).snapshot();

        assertThat(group.count()).isEqualTo(1);
        assertThat(group.generation()).isEqualTo(1);
        assertThat(group.status()).isEqualTo(GroupStatus.UNRESOLVED);
        assertThat(group.firstSeen()).isEqualTo(second(9));
        assertThat(group.lastSeen()).isEqualTo(second(9));
        assertThat(group.createdAt()).isEqualTo(second(10));
        assertThat(group.version()).isEqualTo(10_000_000);
        assertThat(group.positions()).containsExactly(10L);
        assertThat(group.resolvedAt()).isNull();
    }

    @Test
    void keepsEarliestAndLatestEventTimeWhateverTheOrder() {
        GroupSnapshot group = after(Facts.at(10, 5), Facts.at(11, 3), Facts.at(12, 4)).snapshot();

        assertThat(group.count()).isEqualTo(3);
        assertThat(group.firstSeen()).isEqualTo(second(3));
        assertThat(group.lastSeen()).isEqualTo(second(5));
    }

    @Test
    void showsTheLatestEventByEventTime() {
        GroupSnapshot group =
                after(
                                Facts.from("new", Severity.FATAL, 10, 9),
                                Facts.from("old", Severity.DEBUG, 11, 8))
                        .snapshot();

        assertThat(group.source()).isEqualTo("new");
        assertThat(group.severity()).isEqualTo(Severity.FATAL);
    }

    @Test
    void breaksTiesOfEventTimeByAppendTime() {
        GroupSnapshot late =
                after(
                                Facts.from("first", Severity.ERROR, 10, 9),
                                Facts.from("second", Severity.ERROR, 11, 9))
                        .snapshot();
        GroupSnapshot early =
                after(
                                Facts.from("second", Severity.ERROR, 11, 9),
                                Facts.from("first", Severity.ERROR, 10, 9))
                        .snapshot();

        assertThat(late.source()).isEqualTo("second");
        assertThat(early.source()).isEqualTo("second");
    }

    @Test
    void countsNothingForADuplicateButMovesItsPosition() {
        GroupSnapshot group = after(Facts.at(10), Facts.at(11).countingNothing()).snapshot();

        assertThat(group.count()).isEqualTo(1);
        assertThat(group.positions()).containsExactly(11L);
        assertThat(group.version()).isGreaterThan(10_000_000);
    }

    @Test
    void ignoresADuplicateOfAnUnknownGroup() {
        assertThat(GroupState.apply(null, Facts.at(10).countingNothing())).isNull();
    }

    @Test
    void keepsOnePositionForEachLane() {
        GroupSnapshot group =
                after(Facts.on(2, 7, 10), Facts.on(0, 3, 11), Facts.on(2, 6, 12)).snapshot();

        assertThat(group.positions()).containsExactly(3L, -1L, 7L);
    }

    @Test
    void reopensAsRegressionWhenAnEventIsReceivedAfterTheResolve() {
        GroupState resolved = after(Facts.at(10)).resolve(millis(20), 0);

        GroupSnapshot group = GroupState.apply(resolved, Facts.at(21)).snapshot();

        assertThat(resolved.snapshot().status()).isEqualTo(GroupStatus.RESOLVED);
        assertThat(group.status()).isEqualTo(GroupStatus.UNRESOLVED);
        assertThat(group.regressed()).isTrue();
        assertThat(group.count()).isEqualTo(2);
    }

    @Test
    void staysResolvedWhenAnEventReceivedBeforeTheResolveComesLate() {
        GroupState resolved = after(Facts.at(10)).resolve(millis(20), 0);

        GroupSnapshot group = GroupState.apply(resolved, Facts.at(20)).snapshot();

        assertThat(group.status()).isEqualTo(GroupStatus.RESOLVED);
        assertThat(group.regressed()).isFalse();
        assertThat(group.count()).isEqualTo(2);
    }

    @Test
    void isARegressionWhenTheResolveComesLate() {
        GroupSnapshot group = after(Facts.at(10), Facts.at(21)).resolve(millis(20), 0).snapshot();

        assertThat(group.status()).isEqualTo(GroupStatus.UNRESOLVED);
        assertThat(group.regressed()).isTrue();
        assertThat(group.resolvedAt()).isEqualTo(second(20));
    }

    @Test
    void isNoRegressionOnceResolvedAgain() {
        GroupState regressed =
                GroupState.apply(after(Facts.at(10)).resolve(millis(20), 0), Facts.at(21));

        GroupSnapshot group = regressed.resolve(millis(30), 1).snapshot();

        assertThat(group.status()).isEqualTo(GroupStatus.RESOLVED);
        assertThat(group.regressed()).isFalse();
        assertThat(group.commandOffset()).isEqualTo(1);
    }

    @Test
    void startsOverWhenAnEventIsReceivedAfterTheDelete() {
        GroupState deleted = after(Facts.at(10), Facts.at(11)).delete(millis(20), 0);

        GroupSnapshot group = GroupState.apply(deleted, Facts.at(21)).snapshot();

        assertThat(deleted.snapshot().status()).isEqualTo(GroupStatus.DELETED);
        assertThat(deleted.snapshot().count()).isZero();
        assertThat(group.count()).isEqualTo(1);
        assertThat(group.generation()).isEqualTo(2);
        assertThat(group.firstSeen()).isEqualTo(second(21));
        assertThat(group.version()).isGreaterThan(deleted.version());
    }

    @Test
    void forgetsAnEventReceivedBeforeTheDeleteThatComesLate() {
        GroupState deleted = after(Facts.at(10)).delete(millis(20), 0);
        GroupState late = GroupState.apply(deleted, Facts.at(20));
        GroupState revived = GroupState.apply(late, Facts.at(21));
        GroupState later = GroupState.apply(revived, Facts.at(19));

        assertThat(late.snapshot().status()).isEqualTo(GroupStatus.DELETED);
        assertThat(later.count()).isEqualTo(1);
    }

    @Test
    void leavesADeletedGroupDeletedWhenItIsResolved() {
        GroupState deleted = after(Facts.at(10)).delete(millis(20), 0);

        GroupSnapshot group = deleted.resolve(millis(30), 1).snapshot();

        assertThat(group.status()).isEqualTo(GroupStatus.DELETED);
        assertThat(group.commandOffset()).isEqualTo(1);
    }

    @Test
    void forgetsTheResolveWhenItIsDeleted() {
        GroupState deleted = after(Facts.at(10)).resolve(millis(15), 0).delete(millis(20), 1);

        GroupSnapshot group = GroupState.apply(deleted, Facts.at(21)).snapshot();

        assertThat(group.status()).isEqualTo(GroupStatus.UNRESOLVED);
        assertThat(group.regressed()).isFalse();
        assertThat(group.resolvedAt()).isNull();
    }

    @Test
    void growsItsVersionWithEveryChangeAlsoWithinAMillisecondAndBackInTime() {
        GroupState state = after(Facts.at(10));
        for (Fact fact : new Fact[] {Facts.at(10), Facts.at(9), Facts.at(9).countingNothing()}) {
            GroupState next = GroupState.apply(state, fact);
            assertThat(next.version()).isGreaterThan(state.version());
            state = next;
        }
        assertThat(state.resolve(millis(5), 0).version()).isGreaterThan(state.version());
        assertThat(state.delete(millis(5), 0).version()).isGreaterThan(state.version());
    }

    @Test
    void isOpenSinceItsFirstEventOrTheOneThatReopenedIt() {
        GroupState opened = after(Facts.at(10, 9), Facts.at(11, 5));
        GroupState resolved = opened.resolve(millis(20), 0);
        GroupState reopened = GroupState.apply(resolved, Facts.at(21, 19));
        GroupState again = GroupState.apply(reopened, Facts.at(22, 22));

        assertThat(opened.snapshot().openedAt()).isEqualTo(second(9));
        assertThat(resolved.snapshot().openedAt()).isEqualTo(second(9));
        assertThat(again.snapshot().openedAt()).isEqualTo(second(19));
        assertThat(GroupState.apply(resolved.delete(millis(30), 1), Facts.at(31, 30)).openedAt())
                .isEqualTo(millis(30));
    }

    @Test
    void isOpenSinceTheLastEventWhenTheResolveComesLate() {
        GroupSnapshot group = after(Facts.at(10), Facts.at(21)).resolve(millis(20), 0).snapshot();

        assertThat(group.openedAt()).isEqualTo(second(21));
    }

    private static GroupState after(Fact... facts) {
        GroupState state = null;
        for (Fact fact : facts) {
            state = GroupState.apply(state, fact);
        }
        return state;
    }

    private static long millis(long second) {
        return second * 1_000;
    }

    private static Instant second(long second) {
        return Instant.ofEpochSecond(second);
    }
}
