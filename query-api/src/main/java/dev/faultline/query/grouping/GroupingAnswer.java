package dev.faultline.query.grouping;

import dev.faultline.group.GroupId;
import dev.faultline.grouping.GroupingKey;
import dev.faultline.grouping.KeyPart;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why an error's events are one group.
///
/// @param fingerprint of the group
/// @param version of the grouping that made it
/// @param basis what decided: `client`, `rule`, `stack_trace` or `message`
/// @param explanation of it, a sentence
/// @param rule id of the rule that set the fingerprint; null if none did
/// @param marks ids of the rules that said of a frame whether it is the application's
/// @param parts what the events have in common
/// @param note what is to be known about the parts; null if nothing is
/// @param aliases other ids that lead to the group
record GroupingAnswer(
        GroupId id,
        String fingerprint,
        int version,
        String basis,
        String explanation,
        @Nullable String rule,
        List<String> marks,
        List<Part> parts,
        @Nullable String note,
        List<GroupId> aliases) {

    static GroupingAnswer of(
            GroupId id, GroupedEvent event, GroupingKey key, List<GroupId> aliases) {
        return new GroupingAnswer(
                id,
                event.fingerprint(),
                event.version(),
                lower(key.basis()),
                Explanation.of(key),
                key.rule(),
                key.marks(),
                key.parts().stream().map(Part::of).toList(),
                Explanation.note(event, key),
                aliases);
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /// One of the things that the events have in common.
    ///
    /// @param kind `type`, `code`, `frame`, `message`, `source`, `client` or `rule`
    record Part(String kind, String value) {

        static Part of(KeyPart part) {
            return new Part(lower(part.kind()), part.value());
        }
    }
}
