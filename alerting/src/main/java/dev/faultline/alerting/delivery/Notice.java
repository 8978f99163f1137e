package dev.faultline.alerting.delivery;

import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is to be told, the same on every channel. Its texts can come from events, so from anybody:
/// each sender makes them harmless in its own way. They are bounded so that a webhook's body stays
/// below the 20 kB that Standard Webhooks asks for.
///
/// @param id the same for every attempt, so that receivers can tell repetitions: 1 to 100 letters,
///   digits, `.`, `_` and `-`
/// @param type what happened, like `integration.test`
/// @param title one line; line breaks and control characters become blanks, longer than 200
///   characters is cut
/// @param text several lines; longer than 2,000 characters is cut
/// @param details values by their label, at most 20, in one line of at most 100 characters each
/// @param subject what programs know it by; null if it is about no alert
public record Notice(
        String id,
        String type,
        ProjectId project,
        Instant time,
        String title,
        String text,
        SequencedMap<String, String> details,
        @Nullable Subject subject) {

    private static final int MAX_TITLE = 200;
    private static final int MAX_TEXT = 2000;
    private static final int MAX_DETAIL = 100;
    private static final int MAX_DETAILS = 20;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern TYPE = Pattern.compile("[a-z_]{1,30}(\\.[a-z_]{1,30}){1,3}");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+");

    public Notice {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id must match " + ID);
        }
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("type must match " + TYPE);
        }
        title = Cut.line(MAX_TITLE, title);
        text = Cut.to(MAX_TEXT, CONTROLS.matcher(text).replaceAll(" "));
        SequencedMap<String, String> kept = new LinkedHashMap<>();
        details.entrySet().stream()
                .limit(MAX_DETAILS)
                .forEach(detail ->
                        kept.put(
                                Cut.line(MAX_DETAIL, detail.getKey()),
                                Cut.line(MAX_DETAIL, detail.getValue())));
        details = Collections.unmodifiableSequencedMap(kept);
    }

    /// About no alert.
    public Notice(
            String id,
            String type,
            ProjectId project,
            Instant time,
            String title,
            String text,
            SequencedMap<String, String> details) {
        this(id, type, project, time, title, text, details, null);
    }

    /// What an alert is known by.
    ///
    /// @param ruleId null if no rule was involved
    /// @param incidentId null if there is none
    public record Subject(
            AlertSeverity severity, @Nullable UUID ruleId, @Nullable UUID incidentId) {}

    /// The labels and values as lines.
    public String detailLines() {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> detail : details.entrySet()) {
            lines.append(detail.getKey()).append(": ").append(detail.getValue()).append('\n');
        }
        return lines.toString();
    }
}
