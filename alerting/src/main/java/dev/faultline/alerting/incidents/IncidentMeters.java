package dev.faultline.alerting.incidents;

import dev.faultline.alerting.notifications.Announcement;
import dev.faultline.alerting.notifications.Announcement.Fate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// What is counted of incidents. Each record of the topic of transitions has one outcome: `taken`,
/// `repeated`, or `left_out`.
final class IncidentMeters {

    private static final String TRANSITIONS = "faultline.incidents.transitions";
    private static final String ANNOUNCEMENTS = "faultline.incidents.announcements";

    private final MeterRegistry meters;
    private final Counter taken;
    private final Counter repeated;
    private final Counter leftOut;
    private final AtomicInteger open = new AtomicInteger();

    IncidentMeters(MeterRegistry meters) {
        this.meters = meters;
        this.taken = meters.counter(TRANSITIONS, "outcome", "taken");
        this.repeated = meters.counter(TRANSITIONS, "outcome", "repeated");
        this.leftOut = meters.counter(TRANSITIONS, "outcome", "left_out");
        meters.gauge("faultline.incidents.open", open);
        for (Word word : Word.values()) {
            for (Fate fate : Fate.values()) {
                var _ = announcements(word.type(), fate);
            }
        }
    }

    void took(int fresh, int known) {
        taken.increment(fresh);
        repeated.increment(known);
    }

    void leftOut() {
        leftOut.increment();
    }

    void open(int incidents) {
        open.set(incidents);
    }

    void announced(Step step) {
        for (Announcement announcement : step.announcements()) {
            announcements(announcement.type(), announcement.fate()).increment();
        }
    }

    private Counter announcements(String type, Fate fate) {
        return meters.counter(
                ANNOUNCEMENTS, "type", type, "fate", fate.name().toLowerCase(Locale.ROOT));
    }
}
