package dev.faultline.grouping.rule;

import dev.faultline.grouping.trace.StackFrame;
import dev.faultline.grouping.trace.TracedError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a part of a fingerprint can name of an event, beside its tags.
enum Variable {
    /// The type of the root cause, or of the next error outwards that has one.
    TYPE,
    /// The message without what varies.
    MESSAGE,
    /// The function of the frame that counts most.
    FUNCTION,
    /// The module of the same frame.
    MODULE,
    SOURCE,
    ENVIRONMENT,
    LEVEL;

    static Optional<Variable> of(String name) {
        return Arrays.stream(values()).filter(v -> v.key().equals(name)).findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty if the event has no such thing.
    String value(RuleSubject subject) {
        return switch (this) {
            case TYPE -> type(subject.trace().errors());
            case MESSAGE -> subject.messageForm();
            case FUNCTION -> frame(subject.trace().errors()).map(StackFrame::function).orElse("");
            case MODULE -> frame(subject.trace().errors()).map(StackFrame::module).orElse("");
            case SOURCE -> subject.source();
            case ENVIRONMENT -> subject.environment();
            case LEVEL -> subject.level();
        };
    }

    private static String type(List<TracedError> errors) {
        return errors.stream()
                .map(TracedError::type)
                .filter(type -> !type.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// The innermost frame that is the application's, of the root cause if it has one; else the
    /// innermost of all.
    private static Optional<StackFrame> frame(List<TracedError> errors) {
        return errors.stream()
                .flatMap(error -> error.frames().stream())
                .filter(StackFrame::inApp)
                .findFirst()
                .or(() -> errors.stream().flatMap(error -> error.frames().stream()).findFirst());
    }
}
