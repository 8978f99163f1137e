package dev.faultline.alert.evaluation;

import dev.faultline.event.NameUuid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Something that an evaluator has decided. Each has an id that depends on what was decided alone:
/// the same input gives the same ids.
public sealed interface Transition {

    UUID id();

    Subject subject();

    /// The first end of a window at which the rule held, as it was known when the alert fired. All
    /// transitions of one alert have the same.
    Instant start();

    /// An alert begins.
    ///
    /// @param at the evaluator's time
    /// @param readings what the tests saw at the last end of a window that had been decided
    record Fired(UUID id, Subject subject, Instant start, Instant at, List<Reading> readings)
            implements Transition {

        public Fired {
            readings = List.copyOf(readings);
        }

        static Fired of(Subject subject, long start, long at, List<Reading> readings) {
            return new Fired(
                    idOf(subject, start, "fired"),
                    subject,
                    Instant.ofEpochSecond(start),
                    Instant.ofEpochSecond(at),
                    readings);
        }
    }

    /// An episode of an alert is known for good: nothing that may still come makes it longer. An
    /// alert has one or several.
    ///
    /// @param from the first end of a window at which the rule held
    /// @param to the last
    record Settled(UUID id, Subject subject, Instant start, Instant from, Instant to)
            implements Transition {

        static Settled of(Subject subject, long start, long from, long to) {
            return new Settled(
                    idOf(subject, from, "settled"),
                    subject,
                    Instant.ofEpochSecond(start),
                    Instant.ofEpochSecond(from),
                    Instant.ofEpochSecond(to));
        }
    }

    /// An alert is over.
    ///
    /// @param at the evaluator's time
    record Resolved(UUID id, Subject subject, Instant start, Instant at, Reason reason)
            implements Transition {

        static Resolved of(Subject subject, long start, long at, Reason reason) {
            return new Resolved(
                    idOf(subject, start, "resolved"),
                    subject,
                    Instant.ofEpochSecond(start),
                    Instant.ofEpochSecond(at),
                    reason);
        }
    }

    /// Why an alert is over.
    enum Reason {
        /// The rule does not hold any more.
        RECOVERED,
        RULE_CHANGED,
        RULE_DISABLED,
        RULE_DELETED;

        /// The lower-case name.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static UUID idOf(Subject subject, long start, String kind) {
        return NameUuid.of(
                subject.rule(),
                "%d|%d|%s|%s".formatted(subject.version(), start, kind, subject.key()));
    }
}
