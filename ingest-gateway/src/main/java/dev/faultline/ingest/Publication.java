package dev.faultline.ingest;

import dev.faultline.group.RawPosition;
import dev.faultline.web.ProblemType;
import java.time.Instant;

/// What came of handing an event to Kafka.
sealed interface Publication {
    /// Acknowledged by all in-sync replicas.
    ///
    /// @param time when the broker appended it
    record Appended(RawPosition position, Instant time) implements Publication {}

    /// Not acknowledged. It may still be in the log: whoever wants to repeat the request without
    /// counting twice gives an event id.
    ///
    /// @param reason a sentence for the caller
    record Failed(ProblemType type, String reason) implements Publication {}
}
