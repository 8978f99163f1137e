package dev.faultline.query.stream;

import static dev.faultline.query.Groups.NOON;
import static dev.faultline.query.Groups.id;
import static dev.faultline.query.Groups.occurrence;
import static dev.faultline.query.Groups.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.group.ErrorObject;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupStatus;
import dev.faultline.group.Occurrence;
import dev.faultline.query.Groups;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Lane 0 is the occurrences' only partition, lane 1 the groups'.
class EventMakerTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Positions begin = new Positions(List.of(0L, 0L));
    private final Broadcast broadcast =
            new Broadcast(
                    new History(begin, 100, 1_000_000, Duration.ofDays(1)),
                    new SimpleMeterRegistry().counter("skipped"),
                    () -> 0);
    private final EventMaker events = new EventMaker(broadcast, begin);
    private final Listener listener =
            new Listener(
                    new StreamFilter(Groups.PROJECT, null, null, null, null, null),
                    begin,
                    1_000,
                    1_000_000);
    private long occurrenceOffset;
    private long stateOffset;

    EventMakerTest() {
        broadcast.add(listener);
    }

    @Test
    void waitsForAStateThatIncludesTheEvent() {
        payload(7, 0);
        group(state(7).positions(6L).build());
        assertThat(taken()).isEmpty();

        group(state(7).version(2).count(5).positions(7L).build());

        assertThat(taken()).singleElement().asString().contains("event: error", "\"count\":5");
    }

    @Test
    void takesAStateThatCameBefore() {
        group(state(7).positions(9L).build());
        payload(7, 0);

        assertThat(taken()).singleElement().asString().contains(id(7).toString(), "id: 1-1.0\n");
    }

    @Test
    void saysNothingOfAnEventThatWasDeleted() {
        payload(7, 0);
        group(state(7).positions(7L).status(GroupStatus.DELETED).build());

        assertThat(taken()).isEmpty();
        assertThat(events.sent().next()).containsExactly(1L, 0L);
    }

    @Test
    void tellsOfAGroupOnceAndLast() {
        group(state(1).count(1).build());
        group(state(2).count(1).build());
        group(state(1).count(2).version(2).build());

        events.flushChanges();
        events.flushChanges();

        assertThat(taken())
                .hasSize(2)
                .anyMatch(text -> text.contains(id(1).toString()) && text.contains("\"count\":2"))
                .anyMatch(text -> text.contains(id(2).toString()));
    }

    @Test
    void givesIdsThatPassOverNothingThatIsStillToBeSent() {
        payload(1, 0);
        payload(2, 0);
        group(state(2).positions(2L).build());
        assertThat(lastId()).isEqualTo(new Positions(List.of(0L, 0L)));
        group(state(1).positions(1L).build());
        assertThat(lastId()).isEqualTo(new Positions(List.of(2L, 0L)));

        events.flushChanges();

        assertThat(lastId()).isEqualTo(new Positions(List.of(2L, 2L)));
    }

    @Test
    void givesEachOfSeveralThatBecomeReadyAtOnceAnIdOfItsOwn() {
        payload(3, 0);
        payload(3, 0);
        group(state(3).positions(3L).build());

        assertThat(taken())
                .satisfiesExactly(
                        first -> assertThat(first).contains("id: 1-1.0\n"),
                        second -> assertThat(second).contains("id: 1-2.0\n"));
    }

    @Test
    void looksUpWhatWaitsTooLongAndLearnsAliases() {
        ErrorObject found = StreamedError.of(occurrence(1, "found", NOON), state(1).build());
        payload(9, 0);
        events.lookUpOverdue(_ -> Optional.of(found), SECOND / 2);
        assertThat(taken()).isEmpty();

        events.lookUpOverdue(_ -> Optional.of(found), SECOND);
        assertThat(taken()).singleElement().asString().contains("found", id(1).toString());

        payload(9, SECOND);
        group(state(1).positions(9L).build());
        assertThat(taken()).singleElement().asString().contains("event: error", id(1).toString());
    }

    @Test
    void givesUpWhatCanNotBeFound() {
        payload(9, 0);
        events.lookUpOverdue(_ -> Optional.empty(), 9 * SECOND);
        assertThat(taken()).isEmpty();

        events.lookUpOverdue(_ -> Optional.empty(), 10 * SECOND);

        assertThat(taken()).containsExactly(EventText.gap(1L));
        assertThat(events.sent().next()).containsExactly(1L, 0L);
    }

    @Test
    void holdsNoMoreThanItCan() {
        for (int n = 0; n < 1_500; n++) {
            payload(n, n);
        }

        events.lookUpOverdue(_ -> Optional.empty(), 1_500);

        assertThat(taken()).containsExactly(EventText.gap(500L));
        assertThat(events.sent().next()).containsExactly(500L, 0L);
    }

    @Test
    void cutsAnErrorThatIsTooLarge() {
        Occurrence large = occurrence(1, "m".repeat(8_000), NOON, Map.of("k", "v".repeat(40_000)));

        String json = StreamedError.json(StreamedError.of(large, state(1).build()));

        assertThat(json.length()).isLessThan(StreamedError.LONGEST);
        assertThat(json).contains("\"context\":null", "[cut, 8000 characters]");
    }

    private void payload(int n, long nanos) {
        Place place = new Place(0, occurrenceOffset++);
        events.advance(place);
        events.occurrence(place, occurrence(n, "m", NOON), nanos);
    }

    private void group(GroupSnapshot state) {
        Place place = new Place(1, stateOffset++);
        events.advance(place);
        events.state(place, state);
    }

    private Positions lastId() {
        String last = taken().getLast();
        String id = last.lines().filter(line -> line.startsWith("id: ")).findFirst().orElseThrow();
        return Positions.parse(id.substring("id: ".length()), 2).orElseThrow();
    }

    private List<String> taken() {
        List<String> taken = new ArrayList<>();
        try {
            for (@Nullable String next = listener.next(Duration.ZERO);
                    next != null;
                    next = listener.next(Duration.ZERO)) {
                taken.add(next);
            }
            return taken;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
