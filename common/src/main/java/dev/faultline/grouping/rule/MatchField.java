package dev.faultline.grouping.rule;

import dev.faultline.grouping.rule.Glob.Style;
import dev.faultline.grouping.trace.StackFrame;
import dev.faultline.grouping.trace.TracedError;
import java.util.Locale;

/// What a matcher looks at. Cheap ones come first.
public enum MatchField {
    /// The event's level.
    LEVEL(Style.IGNORING_CASE),
    /// The event's source.
    SOURCE(Style.EXACT),
    /// The event's environment.
    ENVIRONMENT(Style.EXACT),
    /// The value of one of the event's tags.
    TAG(Style.EXACT),
    /// The type of any exception of the chain, with its package or without.
    TYPE(Style.EXACT),
    /// The event's message, or the text of any exception of the chain.
    MESSAGE(Style.IGNORING_CASE),
    /// A frame's function.
    FUNCTION(Style.EXACT),
    /// What a frame's function belongs to.
    MODULE(Style.EXACT),
    /// A frame's file.
    PATH(Style.PATH);

    private static final String PACKAGE_ENDS = ".:\\/";
    private static final String ARGUMENTS = "<[(`";

    private final Style style;

    MatchField(Style style) {
        this.style = style;
    }

    Style style() {
        return style;
    }

    /// Its name in JSON.
    public String key() {
        return this == TAG ? "tags" : name().toLowerCase(Locale.ROOT);
    }

    /// Whether it looks at single frames. Matchers that do must be met by one and the same.
    boolean isOfFrame() {
        return switch (this) {
            case FUNCTION, MODULE, PATH -> true;
            case LEVEL, SOURCE, ENVIRONMENT, TAG, TYPE, MESSAGE -> false;
        };
    }

    boolean matches(RuleMatcher matcher, RuleSubject subject) {
        return switch (this) {
            case LEVEL -> matcher.matches(subject.level());
            case SOURCE -> matcher.matches(subject.source());
            case ENVIRONMENT -> matcher.matches(subject.environment());
            case TAG -> matchesTag(matcher, subject);
            case TYPE -> matchesType(matcher, subject);
            case MESSAGE -> matchesMessage(matcher, subject);
            case FUNCTION, MODULE, PATH -> false;
        };
    }

    boolean matches(RuleMatcher matcher, StackFrame frame) {
        return switch (this) {
            case FUNCTION -> matcher.matches(frame.function());
            case MODULE -> matcher.matches(frame.module());
            case PATH -> matcher.matches(frame.path());
            case LEVEL, SOURCE, ENVIRONMENT, TAG, TYPE, MESSAGE -> false;
        };
    }

    private static boolean matchesTag(RuleMatcher matcher, RuleSubject subject) {
        String value = subject.tags().get(matcher.tag());
        return value != null && matcher.matches(value);
    }

    private static boolean matchesType(RuleMatcher matcher, RuleSubject subject) {
        for (TracedError error : subject.trace().errors()) {
            String type = error.type();
            if (!type.isEmpty() && (matcher.matches(type) || matcher.matches(simpleName(type)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesMessage(RuleMatcher matcher, RuleSubject subject) {
        if (matcher.matches(subject.message())) {
            return true;
        }
        for (TracedError error : subject.trace().errors()) {
            if (!error.text().isEmpty() && matcher.matches(error.text())) {
                return true;
            }
        }
        return false;
    }

    /// Without package, namespace or module, whatever separates them in the language; type
    /// arguments do not count.
    private static String simpleName(String type) {
        int begin = 0;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (ARGUMENTS.indexOf(c) >= 0) {
                break;
            }
            if (PACKAGE_ENDS.indexOf(c) >= 0) {
                begin = i + 1;
            }
        }
        return type.substring(begin);
    }
}
