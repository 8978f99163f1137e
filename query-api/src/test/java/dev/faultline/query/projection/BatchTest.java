package dev.faultline.query.projection;

import static dev.faultline.query.Groups.NOON;
import static dev.faultline.query.Groups.PROJECT;
import static dev.faultline.query.Groups.id;
import static dev.faultline.query.Groups.occurrence;
import static dev.faultline.query.Groups.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.count.CountCell;
import dev.faultline.count.CountSpan;
import dev.faultline.count.EventCounts;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Severity;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.Occurrence;
import dev.faultline.group.RawPosition;
import dev.faultline.query.Groups;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchTest {

    @Test
    void keepsTheNewestStateOfEachGroup() {
        Batch batch =
                batch(state(1).version(2), state(2).version(9), state(1).version(3), state(1));

        assertThat(batch.states())
                .extracting(GroupSnapshot::version)
                .containsExactlyInAnyOrder(3L, 9L);
    }

    @Test
    void keepsThePayloadOfTheLatestEvent() {
        Occurrence latest = occurrence(1, "latest", NOON.plusSeconds(5));

        Batch batch = payloads(occurrence(1, "a", NOON), latest, occurrence(1, "b", NOON));

        assertThat(batch.latestPayloads()).containsExactly(latest);
        assertThat(batch.newestPayloads()).isEmpty();
    }

    @Test
    void decidesEqualEventTimesByAppendTimeAndThenByPosition() {
        Occurrence first = occurrence(PROJECT, 1, "first", NOON, NOON);
        Occurrence second = occurrence(PROJECT, 1, "second", NOON, NOON.plusMillis(1));

        assertThat(payloads(second, first).latestPayloads()).containsExactly(second);
        assertThat(payloads(at(first, 1, 0), at(first, 0, 9)).latestPayloads())
                .containsExactly(at(first, 1, 0));
        assertThat(payloads(at(first, 0, 9), at(first, 0, 10)).latestPayloads())
                .containsExactly(at(first, 0, 10));
    }

    @Test
    void keepsAWholePayloadRatherThanALaterOneThatWasCut() {
        Occurrence whole = occurrence(1, "whole", NOON);

        assertThat(payloads(cut(occurrence(1, "cut", NOON.plusSeconds(9))), whole).latestPayloads())
                .containsExactly(whole);
    }

    @Test
    void keepsTheLastReceivedPayloadTooSinceTheLatestMayBeOfADeletedGeneration() {
        Occurrence claimsToBeLate =
                occurrence(PROJECT, 1, "clock ahead", NOON.plusSeconds(50), NOON);
        Occurrence received = occurrence(PROJECT, 1, "received last", NOON, NOON.plusSeconds(9));

        Batch batch = payloads(claimsToBeLate, received);

        assertThat(batch.latestPayloads()).containsExactly(claimsToBeLate);
        assertThat(batch.newestPayloads()).containsExactly(received);
    }

    @Test
    void forgetsWhatCameBeforeTheEndOfAGroupAndKeepsWhatCameAfterIt() {
        Change end = new Change.Forgotten(id(1), PROJECT);
        Change before = new Change.State(state(1).version(9).build());
        Change after = new Change.State(state(1).version(3).build());

        assertThat(Batch.of(List.of(before, end)).states()).isEmpty();
        assertThat(Batch.of(List.of(before, end)).forgotten()).containsExactly(id(1));
        assertThat(Batch.of(List.of(before, end, after)).states())
                .extracting(GroupSnapshot::version)
                .containsExactly(3L);
        assertThat(Batch.of(List.of(before, end, after)).forgotten()).containsExactly(id(1));
    }

    @Test
    void keepsEachPayloadOnceAlsoWhereItTurnsOutToBeAnotherGroups() {
        Occurrence sampled = occurrence(1, "sampled", NOON);
        Occurrence moved = occurrence(1, "moved", NOON.plusSeconds(1));

        Batch batch =
                Batch.of(List.of(new Change.Payload(sampled), new Change.Payload(moved, true)));

        assertThat(batch.occurrences()).containsExactly(sampled);
        assertThat(batch.latestPayloads()).containsExactly(moved);
    }

    @Test
    void ordersRowsByTheirKey() {
        Batch batch =
                batch(IntStream.range(0, 50).mapToObj(Groups::state).toArray(Groups.State[]::new));

        assertThat(batch.states())
                .isSortedAccordingTo(
                        (one, other) -> one.groupId().value().compareTo(other.groupId().value()));
    }

    @Test
    void namesTheProjectsWhoseAnswersChange() {
        ProjectId other = new ProjectId("other");

        Batch batch = batch(state(1), new Groups.State(other, 1), state(2));

        assertThat(batch.projects()).containsExactlyInAnyOrder(PROJECT, other);
    }

    @Test
    void keepsTheLastCountsOfEachCell() {
        CountCell first = cell(0, 1);
        CountCell last = cell(0, 2);
        CountCell other = cell(1, 7);

        Batch batch =
                Batch.of(Stream.of(first, other, last).<Change>map(Change.Counts::new).toList());

        assertThat(batch.cells()).containsExactly(last, other);
        assertThat(batch.projects()).containsExactly(PROJECT);
    }

    private static CountCell cell(int lane, long errors) {
        return new CountCell(
                PROJECT, lane, CountSpan.DAY, NOON, EventCounts.of(Severity.ERROR, errors));
    }

    private static Batch batch(Groups.State... states) {
        return Batch.of(
                Stream.of(states).<Change>map(state -> new Change.State(state.build())).toList());
    }

    private static Batch payloads(Occurrence... payloads) {
        return Batch.of(Stream.of(payloads).<Change>map(Change.Payload::new).toList());
    }

    private static Occurrence at(Occurrence payload, int lane, long offset) {
        return copy(payload, new RawPosition(lane, offset), payload.cut());
    }

    private static Occurrence cut(Occurrence payload) {
        return copy(payload, payload.position(), true);
    }

    private static Occurrence copy(Occurrence payload, RawPosition position, boolean cut) {
        return new Occurrence(
                payload.project(),
                payload.groupId(),
                payload.eventId(),
                payload.timestamp(),
                payload.appendTime(),
                position,
                payload.message(),
                payload.stackTrace(),
                payload.context(),
                payload.url(),
                payload.userAgent(),
                payload.ipAddress(),
                List.of(),
                Map.of(),
                cut,
                payload.severity(),
                payload.source(),
                payload.environment(),
                payload.expiresOn());
    }
}
