package dev.faultline.alerting.incidents;

import dev.faultline.alert.evaluation.Reading;
import dev.faultline.alert.message.AlertTransition;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.notifications.Announcement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Incidents in words. Pure.
final class Wording {

    private Wording() {}

    static String title(AlertTransition fired) {
        String name = fired.rule().name();
        return fired.key().isEmpty() ? name : "%s (%s)".formatted(name, fired.key());
    }

    /// What the tests of the rule saw; null if that is unknown.
    static @Nullable String description(AlertTransition fired) {
        String seen =
                fired.readings().stream()
                        .filter(Reading::holds)
                        .map(reading -> "%s: %s".formatted(reading.test(), reading.sentence()))
                        .collect(Collectors.joining("\n"));
        return seen.isEmpty() ? null : seen;
    }

    /// Why an alert is over.
    static String end(AlertTransition resolved) {
        return switch (String.valueOf(resolved.reason())) {
            case "recovered" -> "The rule does not hold any more";
            case "rule_changed" -> "The rule was changed";
            case "rule_disabled" -> "The rule was disabled";
            case "rule_deleted" -> "The rule was deleted";
            default -> "The alert ended: " + resolved.reason();
        };
    }

    /// @param alert of the incident
    /// @param text what is to be said beside what the incident says itself
    static Announcement announcement(
            Word word,
            UUID id,
            Incident incident,
            Alert alert,
            Instant time,
            String text,
            Announcement.Fate fate) {
        AlertRule rule = alert.rule();
        return new Announcement(
                id,
                incident.project(),
                word.type(),
                rule.id(),
                incident.id(),
                incident.fields().severity(),
                channels(rule),
                time,
                "%s: %s".formatted(word.head(), incident.fields().title()),
                paragraphs(text, incident, rule),
                details(incident, alert),
                fate);
    }

    /// A newer version may know channels that this one does not.
    private static List<Channel> channels(AlertRule rule) {
        return rule.notifications().stream().map(Channel::named).flatMap(Optional::stream).toList();
    }

    private static String paragraphs(String text, Incident incident, AlertRule rule) {
        return Stream.of(
                        Optional.of(text),
                        Optional.ofNullable(incident.fields().description()),
                        Optional.ofNullable(rule.runbookUrl()).map(url -> "Runbook: " + url))
                .flatMap(Optional::stream)
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static SequencedMap<String, String> details(Incident incident, Alert alert) {
        SequencedMap<String, String> details = new LinkedHashMap<>();
        details.put("Severity", incident.fields().severity().text());
        details.put("Status", incident.status().text());
        details.put("Rule", alert.rule().name());
        details.put("Condition", alert.rule().condition());
        if (!alert.key().isEmpty()) {
            details.put("Key", alert.key());
        }
        details.put("Started", incident.startedAt().toString());
        if (alert.endedAt() != null) {
            details.put("Ended", alert.endedAt().toString());
        }
        if (incident.fields().assignedTo() != null) {
            details.put("Assigned to", incident.fields().assignedTo());
        }
        details.put("Incident", incident.id().toString());
        alert.rule().labels().forEach(details::putIfAbsent);
        return details;
    }
}
