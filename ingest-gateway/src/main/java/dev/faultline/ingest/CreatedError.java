package dev.faultline.ingest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.faultline.event.ErrorEvent;
import dev.faultline.event.EventId;
import dev.faultline.event.EventTime;
import dev.faultline.group.ErrorObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The answer to a new event: the error object, and how to find the event again.
///
/// @param error the group with this event alone, unless the caller waited for its true state
record CreatedError(@JsonUnwrapped ErrorObject error, EventId eventId, String receipt) {
    static CreatedError of(RawEvent raw, Publication.Appended appended) {
        ErrorEvent event = raw.event();
        // The pipeline counts in milliseconds.
        Instant time =
                EventTime.clamp(event.timestamp(), appended.time()).truncatedTo(ChronoUnit.MILLIS);
        ErrorObject error =
                new ErrorObject(
                        raw.identity().groupId(),
                        time,
                        event.severity().level(),
                        event.severity(),
                        event.message(),
                        event.stackTrace(),
                        event.context(),
                        event.source(),
                        event.environment(),
                        event.userAgent(),
                        event.ipAddress(),
                        event.url(),
                        raw.identity().fingerprint().value(),
                        event.scrubbed(),
                        false,
                        1,
                        time,
                        time,
                        appended.time(),
                        appended.time());
        return new CreatedError(
                error,
                raw.identity().key().eventId(),
                raw.identity().receipt(appended.position()).text());
    }

    CreatedError with(ErrorObject state) {
        return new CreatedError(state, eventId, receipt);
    }
}
