package dev.faultline.grouping.rule;

import dev.faultline.grouping.trace.StackTrace;
import java.util.Map;

/// What rules see of an event.
///
/// @param message as it was sent
/// @param messageForm the message without what varies, as groups are made of; what `{{ message }}`
///   stands for
/// @param level one of `fatal`, `error`, `warning`, `info`, `debug`
/// @param tags by their names
/// @param trace of the event, [StackTrace#NONE] if there is none
public record RuleSubject(
        String message,
        String messageForm,
        String level,
        String source,
        String environment,
        Map<String, String> tags,
        StackTrace trace) {

    public RuleSubject {
        tags = Map.copyOf(tags);
    }

    /// The same with this trace.
    public RuleSubject with(StackTrace other) {
        return new RuleSubject(message, messageForm, level, source, environment, tags, other);
    }
}
