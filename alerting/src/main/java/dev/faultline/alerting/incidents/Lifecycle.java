package dev.faultline.alerting.incidents;

import dev.faultline.alert.message.AlertTransition;
import dev.faultline.alerting.incidents.TimelineEntry.Kind;
import dev.faultline.alerting.notifications.Announcement.Fate;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to the incidents of alerts by itself, and what people hear of it. Pure.
///
/// Of each alert people hear at most that it fires and that it ended, and of the end only those who
/// heard of the beginning; reminders and escalations in between.
final class Lifecycle {

    /// Entries of a timeline that may go on without end stop here.
    static final int MOST_ENTRIES = 1_000;

    private Lifecycle() {}

    /// The incident that a rule opens by firing, before anybody has heard of it.
    static Incident incident(AlertTransition fired, Instant now) {
        return new Incident(
                fired.id(),
                fired.rule().project(),
                new IncidentFields(
                        Wording.title(fired),
                        fired.rule().severity(),
                        Wording.description(fired),
                        null),
                IncidentStatus.INVESTIGATING,
                fired.start(),
                now,
                now,
                null,
                new Alert(fired.rule(), fired.key(), null, Told.NOTHING, null),
                0);
    }

    /// A rule has opened an incident.
    static Step fired(Incident incident, Quiet quiet, Instant now) {
        Alert alert = incident.requireAlert();
        Draft draft =
                new Draft(incident, quiet, now)
                        .note(
                                Kind.OPENED,
                                null,
                                "The rule '%s' fired".formatted(alert.rule().name()))
                        .tell(Word.FIRED, incident.id(), "", quiet.fate());
        if (quiet.fate() == Fate.SEND) {
            draft.becomes(draft.incident().with(alert.told(Told.FIRED).remindedAt(now)));
        }
        return draft.done();
    }

    /// An episode of the alert is known for good.
    static Step settled(Incident incident, AlertTransition settled, Quiet quiet, Instant now) {
        Draft draft = new Draft(incident, quiet, now);
        if (incident.entries() < MOST_ENTRIES) {
            draft.note(
                    Kind.EPISODE,
                    null,
                    "It lasted from %s to %s".formatted(settled.from(), settled.to()));
        }
        return draft.done();
    }

    /// The alert is over: the incident is resolved, unless a person did that before.
    static Step ended(Incident incident, AlertTransition resolved, Quiet quiet, Instant now) {
        return over(incident, resolved.at(), resolved.id(), Wording.end(resolved), quiet, now);
    }

    /// The rule is not evaluated any more, but no end of its alert has come.
    static Step orphaned(Incident incident, Quiet quiet, Instant now) {
        return over(
                incident,
                now,
                incident.derivedId("orphaned"),
                "The rule is not evaluated any more",
                quiet,
                now);
    }

    private static Step over(
            Incident incident, Instant at, UUID id, String why, Quiet quiet, Instant now) {
        Alert alert = incident.requireAlert();
        Draft draft = new Draft(incident.with(alert.ended(at)), quiet, now);
        if (!incident.isOpen()) {
            return draft.note(Kind.ALERT_ENDED, null, why).done();
        }
        draft.becomes(draft.incident().with(IncidentStatus.RESOLVED, now))
                .note(Kind.RESOLVED, null, why);
        tellEnd(draft, id, why, quiet);
        return draft.done();
    }

    /// Tells that an incident is resolved to those who heard of it. A silence does not hold that
    /// back: whoever heard of the beginning hears of the end.
    static void tellEnd(Draft draft, UUID id, String text, Quiet quiet) {
        Alert alert = draft.incident().alert();
        if (alert == null || alert.told() == Told.ALL) {
            return;
        }
        boolean wanted = alert.rule().notifyResolved();
        if (alert.told() == Told.NOTHING) {
            if (wanted) {
                draft.tell(
                        Word.RESOLVED, id, text, quiet.isFlapping() ? Fate.DAMPED : Fate.SILENCED);
            }
        } else if (!wanted) {
            draft.becomes(draft.incident().with(alert.told(Told.ALL)));
        } else if (quiet.isFlapping()) {
            draft.tell(Word.RESOLVED, id, text, Fate.DAMPED);
        } else {
            draft.tell(Word.RESOLVED, id, text, Fate.SEND)
                    .becomes(draft.incident().with(alert.told(Told.ALL)));
        }
    }

    /// The alert comes and goes all the time: people hear that once, and nothing more for a while.
    ///
    /// @param sentence what was seen
    static Step flapping(Incident incident, String sentence, Quiet quiet, Instant now) {
        Fate fate = quiet.silencedUntil() == null ? Fate.SEND : Fate.SILENCED;
        return new Draft(incident, quiet, now)
                .note(Kind.FLAPPING, null, sentence)
                .tell(Word.FLAPPING, incident.derivedId("flapping"), sentence, fate)
                .done();
    }

    /// Time has passed: a reminder is due, or what was held back can be told.
    static Step due(Incident incident, Quiet quiet, Instant now) {
        Alert alert = incident.requireAlert();
        Draft draft = new Draft(incident, quiet, now);
        switch (alert.told()) {
            case NOTHING -> {
                if (incident.isOpen() && alert.isFiring() && quiet.fate() == Fate.SEND) {
                    draft.becomes(incident.with(alert.told(Told.FIRED).remindedAt(now)))
                            .tell(
                                    Word.FIRED,
                                    incident.derivedId("fired later"),
                                    "It fires since %s; notices were held back until now"
                                            .formatted(incident.startedAt()),
                                    Fate.SEND);
                }
            }
            case FIRED -> {
                if (!incident.isOpen()) {
                    if (!quiet.isFlapping()) {
                        tellEnd(
                                draft,
                                incident.derivedId("resolved later"),
                                "It is stable again",
                                quiet);
                    }
                } else if (alert.isFiring() && isDue(alert.remindAt(), now)) {
                    draft.becomes(incident.with(alert.remindedAt(now)))
                            .tell(
                                    Word.REMINDER,
                                    incident.derivedId("reminder " + alert.remindAt()),
                                    "It fires since " + incident.startedAt(),
                                    quiet.fate());
                }
            }
            case ALL -> {}
        }
        return draft.done();
    }

    private static boolean isDue(@Nullable Instant at, Instant now) {
        return at != null && !at.isAfter(now);
    }
}
