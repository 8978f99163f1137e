package dev.faultline.query.usage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the keys of a project used lately, those first that lost most.
///
/// @param since the beginning of the first hour that is counted
record UsageReport(int hours, Instant since, List<OfKey> keys) {

    /// What one key used.
    ///
    /// @param lostEvents events that were refused because of the limit, and never counted
    /// @param notice that in a sentence; null if none were
    record OfKey(
            String keyId,
            Instant lastUsed,
            List<OfClass> usage,
            long lostEvents,
            @Nullable String notice) {

        static OfKey of(String keyId, Instant lastUsed, List<OfClass> usage) {
            long lost =
                    usage.stream()
                            .filter(use -> use.type().equals("ingest"))
                            .mapToLong(OfClass::limited)
                            .sum();
            return new OfKey(
                    keyId,
                    lastUsed,
                    usage,
                    lost,
                    lost == 0
                            ? null
                            : "Key %s lost %d events to its rate limit".formatted(keyId, lost));
        }
    }

    /// In one class.
    ///
    /// @param used what was let through: events where the class is ingest, else requests
    /// @param overLimit how much of it would have been refused, had the limit been enforced
    /// @param limited what was refused
    record OfClass(@JsonProperty("class") String type, long used, long overLimit, long limited) {}
}
