package dev.faultline.query.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.faultline.event.EventId;
import dev.faultline.group.GroupId;
import org.jspecify.annotations.Nullable;

/// How far an event has come.
///
/// @param groupId null if the record holds no event
/// @param reason why it is a dead letter
/// @param receipt names the event without a search; null if its group is not known
/// @param place of its record
record EventReport(
        EventId eventId,
        Status status,
        @Nullable GroupId groupId,
        @Nullable String reason,
        @Nullable String receipt,
        Place place) {

    enum Status {
        /// In the log, not yet taken in.
        @JsonProperty("accepted")
        ACCEPTED,
        /// Counted in its group, which does not show it yet.
        @JsonProperty("grouped")
        GROUPED,
        /// Counted, and shown by the API.
        @JsonProperty("visible")
        VISIBLE,
        /// Not counted, since its id had come before.
        @JsonProperty("deduplicated")
        DEDUPLICATED,
        /// Not usable.
        @JsonProperty("dead_lettered")
        DEAD_LETTERED
    }

    record Place(String topic, int partition, long offset) {}
}
