package dev.faultline.grouping.rule;

import dev.faultline.grouping.trace.StackFrame;
import dev.faultline.grouping.trace.StackTrace;
import dev.faultline.grouping.trace.TracedError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// One rule of a project.
///
/// All its matchers must be met. Those on frames must be met by one and the same frame, of whatever
/// exception of the chain, the application's or not.
///
/// @param id unique among the project's rules: 1 to 64 letters, digits, hyphens, dots or
///   underscores
/// @param name for people, at most [#MAX_NAME] characters; empty if it has none
/// @param description for people, at most [#MAX_DESCRIPTION] characters; empty if it has none
/// @param enabled whether it is applied
/// @param matchers 1 to [#MAX_MATCHERS], no two of the same field, or tag
public record GroupingRule(
        String id,
        String name,
        String description,
        boolean enabled,
        List<RuleMatcher> matchers,
        RuleAction action) {

    public static final int MAX_NAME = 200;
    public static final int MAX_DESCRIPTION = 2_000;
    public static final int MAX_MATCHERS = 10;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /// @throws IllegalArgumentException if something is out of range; a sentence that names the
    ///   field
    public GroupingRule {
        matchers = List.copyOf(matchers);
        require(
                ID.matcher(id).matches(),
                "id must be 1 to 64 letters, digits, hyphens, dots or underscores");
        requireLength("name", name, MAX_NAME);
        requireLength("description", description, MAX_DESCRIPTION);
        require(
                !matchers.isEmpty(),
                "match must have a matcher: {\"message\": \"*\"} is met by every event");
        require(
                matchers.size() <= MAX_MATCHERS,
                "match must have at most %d matchers, but has %d"
                        .formatted(MAX_MATCHERS, matchers.size()));
        requireDistinct(matchers);
        require(
                action instanceof RuleAction.SetFingerprint
                        || matchers.stream().anyMatch(m -> m.field().isOfFrame()),
                "in_app needs a matcher on frames: function, module or path");
    }

    /// Whether the event meets all matchers.
    boolean matches(RuleSubject subject) {
        return matchesEvent(subject) && (!looksAtFrames() || matchesAnyFrame(subject.trace()));
    }

    /// Whether the event meets the matchers that are not on frames.
    boolean matchesEvent(RuleSubject subject) {
        for (RuleMatcher matcher : matchers) {
            if (!matcher.field().isOfFrame() && !matcher.field().matches(matcher, subject)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the frame meets the matchers that are on frames.
    boolean matchesFrame(StackFrame frame) {
        for (RuleMatcher matcher : matchers) {
            if (matcher.field().isOfFrame() && !matcher.field().matches(matcher, frame)) {
                return false;
            }
        }
        return true;
    }

    private boolean looksAtFrames() {
        for (RuleMatcher matcher : matchers) {
            if (matcher.field().isOfFrame()) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesAnyFrame(StackTrace trace) {
        for (TracedError error : trace.errors()) {
            for (StackFrame frame : error.frames()) {
                if (matchesFrame(frame)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void requireDistinct(List<RuleMatcher> matchers) {
        Set<String> seen = new HashSet<>();
        for (RuleMatcher matcher : matchers) {
            require(
                    seen.add(matcher.field() + matcher.tag()),
                    "match must hold %s once, with all its patterns"
                            .formatted(matcher.field().key()));
        }
    }

    private static void requireLength(String field, String text, int limit) {
        require(
                text.length() <= limit,
                "%s must have at most %d characters, but has %d"
                        .formatted(field, limit, text.length()));
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
