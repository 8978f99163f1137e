package dev.faultline.query.projection;

import static dev.faultline.query.Groups.NOON;
import static dev.faultline.query.Groups.id;
import static dev.faultline.query.Groups.state;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.group.GroupStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredGroupTest {

    @Test
    void losesToADeletionWhatWasReceivedUntilThen() {
        var deleted = state(1).version(5).status(GroupStatus.DELETED).updatedAt(second(9)).build();

        assertThat(stored(4L, 1, null).obsoleteUntil(deleted)).contains(second(9));
        assertThat(stored(null, null, null).obsoleteUntil(deleted)).contains(second(9));
    }

    @Test
    void losesNothingToAStateThatIsNotNewer() {
        var deleted = state(1).version(5).status(GroupStatus.DELETED).updatedAt(second(9)).build();

        assertThat(stored(5L, 1, null).obsoleteUntil(deleted)).isEmpty();
        assertThat(stored(6L, 1, null).obsoleteUntil(deleted)).isEmpty();
    }

    @Test
    void losesToALaterGenerationWhatWasReceivedBeforeIt() {
        var later = state(1).version(5).generation(3).createdAt(second(9)).build();

        assertThat(stored(4L, 2, null).obsoleteUntil(later)).contains(second(9).minusMillis(1));
        assertThat(stored(4L, 2, second(7)).obsoleteUntil(later)).contains(second(7));
        assertThat(stored(4L, 2, second(10)).obsoleteUntil(later))
                .contains(second(9).minusMillis(1));
        assertThat(stored(4L, 3, null).obsoleteUntil(later)).isEmpty();
        assertThat(stored(null, null, null).obsoleteUntil(later)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // deleted at, began again at, received at, is deleted
        "     ,   , 1, false",
        "    5,   , 5, true",
        "    5,   , 6, false",
        "    5,  7, 5, true",
        "    5,  7, 6, false",
        // A deletion that took along what came while it was under way.
        "    9,  7, 6, true",
        "    9,  7, 7, false"
    })
    void tellsEventsOfADeletedGeneration(
            @Nullable Integer deleted, @Nullable Integer began, int received, boolean expected) {
        var group =
                new StoredGroup(
                        id(1).value(),
                        1L,
                        1,
                        began == null && deleted != null ? "deleted" : "unresolved",
                        deleted == null ? null : time(second(deleted)),
                        time(second(began == null ? 0 : began)),
                        time(second(9)),
                        null);

        assertThat(group.isDeletedWith(second(received))).isEqualTo(expected);
    }

    private static StoredGroup stored(
            @Nullable Long version, @Nullable Integer generation, @Nullable Instant deletedAt) {
        return new StoredGroup(
                id(1).value(),
                version,
                generation,
                version == null ? null : "unresolved",
                deletedAt == null ? null : time(deletedAt),
                time(NOON),
                time(NOON),
                null);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(UTC);
    }

    private static Instant second(int n) {
        return NOON.plusSeconds(n);
    }
}
