package dev.faultline.alerting.notifications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a notification stands. All but the first two are final, until somebody replays it.
enum NotificationState {
    /// To be sent when it is due.
    PENDING,

    /// A process holds its lease.
    SENDING,

    /// The other side has it.
    DELIVERED,

    /// Told by a digest instead.
    DIGESTED,

    /// Somebody had silenced it.
    SILENCED,

    /// One of too many in a row, told by `incident.flapping` instead.
    DAMPED,

    /// Given up; its reason says why.
    DEAD;

    static Optional<NotificationState> named(String name) {
        return Arrays.stream(values()).filter(state -> state.text().equals(name)).findFirst();
    }

    static NotificationState of(Announcement.Fate fate) {
        return switch (fate) {
            case SEND -> PENDING;
            case SILENCED -> SILENCED;
            case DAMPED -> DAMPED;
        };
    }

    /// As the API, the database and metrics name it.
    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isFinal() {
        return this != PENDING && this != SENDING;
    }

    /// Whether it may be sent once more on somebody's word.
    boolean isReplayable() {
        return this == DELIVERED || this == DIGESTED || this == DEAD;
    }
}
