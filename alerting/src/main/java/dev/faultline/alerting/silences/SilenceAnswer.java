package dev.faultline.alerting.silences;

import java.time.Instant;
import java.util.UUID;

/// A silence as the API shows it.
///
/// @param active whether it mutes now
record SilenceAnswer(
        UUID id,
        Matchers matchers,
        String comment,
        String createdBy,
        Instant createdAt,
        Instant endsAt,
        boolean active) {

    static SilenceAnswer of(Silence silence, Instant now) {
        return new SilenceAnswer(
                silence.id(),
                silence.matchers(),
                silence.comment(),
                silence.createdBy(),
                silence.createdAt(),
                silence.endsAt(),
                silence.endsAt().isAfter(now));
    }
}
