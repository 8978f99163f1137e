package dev.faultline.ingest;

import dev.faultline.event.EventId;
import dev.faultline.group.GroupId;
import dev.faultline.group.RawPosition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What became of one entry of a batch.
///
/// @param index of the entry, from 0; blank lines don't count
/// @param status as a request of its own would have been answered
/// @param id of the group; like the others null if the entry was refused
record BatchResult(
        int index,
        int status,
        @Nullable GroupId id,
        @Nullable EventId eventId,
        @Nullable String fingerprint,
        @Nullable String receipt,
        @Nullable String error) {
    static BatchResult of(int index, Identity identity, RawPosition position) {
        return new BatchResult(
                index,
                HttpStatus.CREATED.value(),
                identity.groupId(),
                identity.key().eventId(),
                identity.fingerprint().value(),
                identity.receipt(position).text(),
                null);
    }

    static BatchResult of(int index, Publication.Failed failure) {
        return new BatchResult(
                index, failure.type().status().value(), null, null, null, null, failure.reason());
    }

    boolean has(HttpStatus expected) {
        return status == expected.value();
    }
}
