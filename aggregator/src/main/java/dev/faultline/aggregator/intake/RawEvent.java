package dev.faultline.aggregator.intake;

import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventId;
import dev.faultline.event.RawKey;
import dev.faultline.group.Fact;

/// A raw record, read.
///
/// @param fact that it becomes, unless it turns out to be a duplicate
/// @param identity how its id came about, and so whether it can come twice
record RawEvent(ErrorEvent event, Identity identity, Fact fact) {

    /// Where an event's id comes from.
    sealed interface Identity {

        EventId id();

        /// The key that brings equal ids to one partition.
        RawKey key();
    }

    /// Minted by a gateway, whose idempotent producer sends it once.
    record Minted(EventId id, RawKey key) implements Identity {}

    /// Given by a client, who may send it again.
    record Given(EventId id, RawKey key) implements Identity {}

    /// Derived from the record's place, so it is never sent again.
    record Derived(EventId id, RawKey key) implements Identity {}
}
