package dev.faultline.ingest;

import dev.faultline.event.RawKey;
import dev.faultline.group.GroupId;
import dev.faultline.group.RawPosition;
import dev.faultline.group.Receipt;
import dev.faultline.grouping.Fingerprint;

/// What the gateway decides about an event: its key and its group.
record Identity(RawKey key, Fingerprint fingerprint) {
    GroupId groupId() {
        return GroupId.of(key.project(), fingerprint);
    }

    Receipt receipt(RawPosition position) {
        return new Receipt(key.project(), key.eventId(), groupId(), position);
    }
}
