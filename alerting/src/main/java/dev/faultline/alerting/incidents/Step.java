package dev.faultline.alerting.incidents;

import dev.faultline.alerting.notifications.Announcement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What follows from something that happened: all of it is stored, or nothing.
///
/// @param incident as it is then
/// @param entries new ones of its timeline
/// @param dueAt when it has to be looked at again; null: nothing is to come by itself
record Step(
        Incident incident,
        List<TimelineEntry> entries,
        List<Announcement> announcements,
        @Nullable Instant dueAt) {

    Step {
        entries = List.copyOf(entries);
        announcements = List.copyOf(announcements);
    }
}
