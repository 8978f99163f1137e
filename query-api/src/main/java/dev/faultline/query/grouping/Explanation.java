package dev.faultline.query.grouping;

import dev.faultline.grouping.Grouping;
import dev.faultline.grouping.GroupingKey;
import dev.faultline.grouping.KeyPart;
import dev.faultline.grouping.KeyPart.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in words what made a group. Pure.
final class Explanation {

    private Explanation() {}

    /// What the events of a group have in common, in a sentence.
    static String of(GroupingKey key) {
        return switch (key.basis()) {
            case CLIENT -> "Grouped by the fingerprint that the client gave.";
            case RULE -> "Grouped by the rule %s of the project.".formatted(key.rule());
            case STACK_TRACE ->
                    "Grouped by the stack trace: %s.".formatted(listed(stackTrace(key.parts())));
            case MESSAGE ->
                    "Grouped by the message without its values, and the source, because there is no stack trace that can be read.";
        };
    }

    private static List<String> stackTrace(List<KeyPart> parts) {
        List<String> phrases = new ArrayList<>();
        if (count(parts, Kind.TYPE) > 0) {
            phrases.add("the type of the exception that caused it");
        }
        if (count(parts, Kind.MESSAGE) > 0) {
            phrases.add("its message without its values");
        }
        long codes = count(parts, Kind.CODE);
        if (codes > 0) {
            phrases.add(codes == 1 ? "the code in its text" : "the codes in its text");
        }
        long frames = count(parts, Kind.FRAME);
        if (frames > 0) {
            phrases.add(
                    frames == 1
                            ? "the function that failed"
                            : "the %d functions nearest to where it failed".formatted(frames));
        }
        return phrases;
    }

    private static long count(List<KeyPart> parts, Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).count();
    }

    private static String listed(List<String> phrases) {
        int last = phrases.size() - 1;
        return last < 1
                ? String.join("", phrases)
                : String.join(", ", phrases.subList(0, last)) + " and " + phrases.get(last);
    }

    /// Why the parts are not those of the group's fingerprint; null if they are.
    static @Nullable String note(GroupedEvent event, GroupingKey key) {
        if (event.fingerprint().equals(key.fingerprint().value())) {
            return null;
        }
        if (event.cut()) {
            return "Only the beginning of the event that is shown was kept, so the parts are not all that made the group.";
        }
        if (event.version() != Grouping.version()) {
            return "The group was made by version %d of the grouping and keeps its id; the parts are those by which its events are found now."
                    .formatted(event.version());
        }
        return "The project's rules have changed since the event that is shown: the next one like it goes to the group of these parts.";
    }
}
