package dev.faultline.query.stream;

import dev.faultline.group.ErrorObject;
import dev.faultline.group.GroupId;
import dev.faultline.group.GroupSnapshot;
import dev.faultline.group.GroupStatus;
import dev.faultline.group.Occurrence;
import dev.faultline.json.Json;
import dev.faultline.query.stream.GroupChanges.Change;
import dev.faultline.query.stream.OccurrenceJoin.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;

/// Makes events of records. Used by one thread, except for [#next()].
///
/// An occurrence becomes an `error` as soon as a state of its group includes it. States become
/// `group`s when [#flushChanges()] is called, of each group the latest alone.
final class EventMaker {

    private final Broadcast broadcast;
    private final OccurrenceJoin join = new OccurrenceJoin();
    private final GroupChanges changes = new GroupChanges();
    private final AtomicLongArray next;

    EventMaker(Broadcast broadcast, Positions begin) {
        this.broadcast = broadcast;
        this.next = new AtomicLongArray(begin.next().stream().mapToLong(Long::longValue).toArray());
    }

    /// Finds the error that shows a payload's event, by a group's id or an alias.
    @FunctionalInterface
    interface Lookup {

        Optional<ErrorObject> find(Occurrence occurrence);
    }

    void occurrence(Place place, Occurrence occurrence, long nanos) {
        join.add(place, occurrence, nanos).ifPresent(state -> publish(place, occurrence, state));
    }

    void state(Place place, GroupSnapshot state) {
        changes.add(place, state);
        if (changes.isFull()) {
            flushChanges();
        }
        for (Waiting waited : join.add(state)) {
            join.remove(waited);
            publish(waited.place(), waited.occurrence(), state);
        }
    }

    /// A record is being read, whatever it says. To be called before it is made an event of: the
    /// event's id is to include it.
    void advance(Place place) {
        next.set(place.lane(), place.offset() + 1);
    }

    private void publish(Place place, Occurrence occurrence, GroupSnapshot state) {
        // A deletion that includes the event has taken it along.
        if (state.status() != GroupStatus.DELETED) {
            publish(place, Subject.of(state), StreamedError.of(occurrence, state));
        }
    }

    private void publish(Place place, Subject subject, ErrorObject error) {
        broadcast.publish(
                new StreamEvent(
                        place,
                        subject,
                        EventText.event("error", sent().text(), StreamedError.json(error))));
    }

    /// Says how the groups stand that have changed since the last call.
    void flushChanges() {
        for (Optional<Change> change = changes.take();
                change.isPresent();
                change = changes.take()) {
            GroupSnapshot state = change.get().state();
            broadcast.publish(
                    new StreamEvent(
                            change.get().place(),
                            Subject.of(state),
                            EventText.event(
                                    "group",
                                    sent().text(),
                                    Json.mapper().writeValueAsString(GroupView.of(state)))));
        }
    }

    /// Looks up what has waited too long for its state, and gives up what can't be found.
    ///
    /// @throws RuntimeException of the look-up; what waits goes on to wait then
    void lookUpOverdue(Lookup lookup, long nanos) {
        for (Waiting waited : join.takeGivenUp(nanos)) {
            broadcast.miss(waited.place(), waited.occurrence().project());
        }
        for (Waiting waited : join.overdue(nanos)) {
            Optional<ErrorObject> found = lookup.find(waited.occurrence());
            found.ifPresent(error -> {
                GroupId asked = waited.occurrence().groupId();
                if (!error.id().equals(asked)) {
                    join.learn(asked, error.id());
                }
                join.remove(waited);
                publish(waited.place(), Subject.of(waited.occurrence().project(), error), error);
            });
        }
    }

    /// The offset of each lane that is read next.
    Positions next() {
        List<Long> offsets = new ArrayList<>(next.length());
        for (int lane = 0; lane < next.length(); lane++) {
            offsets.add(next.get(lane));
        }
        return new Positions(offsets);
    }

    /// Up to where everything has been published.
    Positions sent() {
        List<Long> offsets = new ArrayList<>(next.length());
        for (int lane = 0; lane < next.length(); lane++) {
            offsets.add(join.lowest(lane).orElse(changes.lowest(lane).orElse(next.get(lane))));
        }
        return new Positions(offsets);
    }

    /// What the stream says of a group that has changed.
    ///
    /// @param count of its events
    record GroupView(GroupId id, GroupStatus status, long count, Instant lastSeen) {

        static GroupView of(GroupSnapshot state) {
            return new GroupView(state.groupId(), state.status(), state.count(), state.lastSeen());
        }
    }
}
