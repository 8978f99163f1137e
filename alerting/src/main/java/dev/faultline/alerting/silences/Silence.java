package dev.faultline.alerting.silences;

import java.time.Instant;
import java.util.UUID;

/// Somebody wants to hear nothing of some alerts until a time.
///
/// @param comment why; may be empty
/// @param createdBy the member or the key
record Silence(
        UUID id,
        Matchers matchers,
        String comment,
        String createdBy,
        Instant createdAt,
        Instant endsAt) {}
