package dev.faultline.grouping.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A fingerprint as a rule or a client gives it: parts that can name variables, `{{ type }}` or
/// `{{type}}`.
///
/// Known are `{{ default }}`, as a part of its own: what the event would be grouped by otherwise;
/// and, anywhere in a part, `{{ type }}`, `{{ message }}`, `{{ function }}`, `{{ module }}`, `{{
/// source }}`, `{{ environment }}`, `{{ level }}` and `{{ tag.NAME }}`. What the event does not
/// have reads `<none>`.
///
/// @param parts as they were written
public record FingerprintTemplate(List<String> parts) {

    public static final int MAX_PARTS = 16;

    /// Characters of a part as a rule has it.
    public static final int MAX_PART_LENGTH = 200;

    /// Characters of a part once its variables are replaced; what is longer is cut.
    static final int MAX_EXPANDED_LENGTH = 2_000;

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final String DEFAULT = "default";
    private static final String TAG = "tag.";
    private static final String NONE = "<none>";
    private static final Pattern DEFAULT_FORM =
            Pattern.compile("\\s*+\\{\\{\\s*+default\\s*+}}\\s*+");
    private static final FingerprintParts.Default DEFAULT_PART = new FingerprintParts.Default();

    /// Takes anything: a variable that is not known is text. For what clients send.
    public FingerprintTemplate {
        parts = List.copyOf(parts);
    }

    /// What a project sets, checked.
    ///
    /// @throws IllegalArgumentException if a part is too long, or names what there is not; a
    ///   sentence
    public static FingerprintTemplate ofRule(List<String> parts) {
        if (parts.isEmpty() || parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException(
                    "fingerprint must have 1 to %d parts, but has %d"
                            .formatted(MAX_PARTS, parts.size()));
        }
        for (int i = 0; i < parts.size(); i++) {
            check("fingerprint[%d]".formatted(i), parts.get(i));
        }
        return new FingerprintTemplate(parts);
    }

    /// What it comes to for an event.
    public FingerprintParts expand(RuleSubject subject) {
        List<FingerprintParts.Part> expanded = new ArrayList<>(parts.size());
        for (String part : parts) {
            expanded.add(
                    isDefault(part)
                            ? DEFAULT_PART
                            : new FingerprintParts.Text(expand(part, subject)));
        }
        return new FingerprintParts(expanded);
    }

    private static String expand(String part, RuleSubject subject) {
        StringBuilder text = new StringBuilder(part.length());
        int at = 0;
        while (at < part.length() && text.length() < MAX_EXPANDED_LENGTH) {
            int open = part.indexOf(OPEN, at);
            int close = open < 0 ? -1 : part.indexOf(CLOSE, open);
            if (close < 0) {
                break;
            }
            String value = value(part.substring(open + OPEN.length(), close).strip(), subject);
            int end = close + CLOSE.length();
            text.append(part, at, open).append(value == null ? part.substring(open, end) : value);
            at = end;
        }
        text.append(part, at, part.length());
        text.setLength(Math.min(text.length(), MAX_EXPANDED_LENGTH));
        return text.toString();
    }

    /// Null if there is no such variable.
    private static @Nullable String value(String name, RuleSubject subject) {
        String value =
                isTag(name)
                        ? subject.tags().getOrDefault(name.substring(TAG.length()), "")
                        : Variable.of(name).map(v -> v.value(subject)).orElse(null);
        return value != null && value.isEmpty() ? NONE : value;
    }

    private static void check(String name, String part) {
        if (part.isBlank() || part.length() > MAX_PART_LENGTH) {
            throw new IllegalArgumentException(
                    "%s must have 1 to %d characters, but has %d"
                            .formatted(name, MAX_PART_LENGTH, part.isBlank() ? 0 : part.length()));
        }
        if (!isDefault(part)) {
            checkVariables(name, part);
        }
    }

    private static void checkVariables(String name, String part) {
        for (int open = part.indexOf(OPEN); open >= 0; open = part.indexOf(OPEN, open + 1)) {
            int close = part.indexOf(CLOSE, open);
            if (close < 0) {
                throw new IllegalArgumentException(name + " has {{ without }}");
            }
            String variable = part.substring(open + OPEN.length(), close).strip();
            if (variable.equals(DEFAULT)) {
                throw new IllegalArgumentException(
                        name + " must be {{ default }} alone, or not hold it");
            }
            if (!isTag(variable) && Variable.of(variable).isEmpty()) {
                throw new IllegalArgumentException(
                        "%s names {{ %s }}: known are {{ default }}, %s and {{ tag.NAME }}"
                                .formatted(name, variable, known()));
            }
            open = close;
        }
    }

    private static boolean isDefault(String part) {
        return DEFAULT_FORM.matcher(part).matches();
    }

    private static boolean isTag(String name) {
        return name.startsWith(TAG) && name.length() > TAG.length();
    }

    private static String known() {
        return Arrays.stream(Variable.values())
                .map(variable -> "{{ %s }}".formatted(variable.key()))
                .collect(Collectors.joining(", "));
    }
}
