package dev.faultline.alerting.incidents;

import dev.faultline.alerting.incidents.TimelineEntry.Kind;
import dev.faultline.alerting.notifications.Announcement;
import dev.faultline.alerting.notifications.Announcement.Fate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A [Step] in the making.
final class Draft {

    private final Quiet quiet;
    private final Instant now;
    private final List<TimelineEntry> entries = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private Incident incident;

    /// @param now by our clock
    Draft(Incident incident, Quiet quiet, Instant now) {
        this.incident = incident;
        this.quiet = quiet;
        this.now = now;
    }

    Incident incident() {
        return incident;
    }

    Draft becomes(Incident changed) {
        incident = changed;
        return this;
    }

    /// Adds to the timeline.
    ///
    /// @param author null: it happened by itself
    Draft note(Kind kind, @Nullable String author, String text) {
        int number = incident.entries() + 1;
        entries.add(new TimelineEntry(number, now, kind, author, text));
        incident = incident.withEntries(number);
        return this;
    }

    /// Announces something, unless no rule is behind the incident: nobody said then who is to be
    /// told.
    Draft tell(Word word, UUID id, String text, Fate fate) {
        Alert alert = incident.alert();
        if (alert != null) {
            announcements.add(Wording.announcement(word, id, incident, alert, now, text, fate));
        }
        return this;
    }

    Step done() {
        return new Step(incident, entries, announcements, dueAt());
    }

    private @Nullable Instant dueAt() {
        Alert alert = incident.alert();
        if (alert == null) {
            return null;
        }
        return switch (alert.told()) {
            case NOTHING -> incident.isOpen() && alert.isFiring() ? quiet.lookAgainAt(now) : null;
            case FIRED -> {
                if (!incident.isOpen()) {
                    yield quiet.lookAgainAt(now);
                }
                yield alert.isFiring() ? alert.remindAt() : null;
            }
            case ALL -> null;
        };
    }
}
