package dev.faultline.alert.rule;

import dev.faultline.event.ProjectId;
import dev.faultline.event.Uuids;
import java.util.UUID;

/// The key of a rule's record, `project|rule id`: all that a record without a value says.
public record RuleKey(ProjectId project, UUID rule) {

    /// @throws IllegalArgumentException if it is of another form
    public static RuleKey parse(String text) {
        int separator = text.indexOf('|');
        if (separator < 0) {
            throw new IllegalArgumentException("the key is not project|rule id");
        }
        UUID rule =
                Uuids.parse(text.substring(separator + 1))
                        .orElseThrow(() ->
                                new IllegalArgumentException("the key has no rule id after |"));
        return new RuleKey(new ProjectId(text.substring(0, separator)), rule);
    }

    /// The rule, which has to be the one that the key says.
    ///
    /// @throws IllegalArgumentException if it is another
    public AlertRule checked(AlertRule value) {
        if (!value.project().equals(project) || !value.id().equals(rule)) {
            throw new IllegalArgumentException("the key is of another rule than the value");
        }
        return value;
    }

    @Override
    public String toString() {
        return "%s|%s".formatted(project, rule);
    }
}
