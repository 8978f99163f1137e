package dev.faultline.query.events;

import dev.faultline.event.EventId;
import dev.faultline.group.GroupId;
import dev.faultline.group.RawPosition;
import java.util.Optional;

/// An event, and where its record stands.
///
/// @param groupId empty if the record holds no event
record LocatedEvent(EventId eventId, RawPosition position, Optional<GroupId> groupId) {}
