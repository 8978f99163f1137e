package dev.faultline.grouping.v1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The line of a trace that tells what happened.
///
/// @param type of the exception; null if the line names none
/// @param text that follows the type
record ErrorHead(@Nullable String type, String text) {

    private static final Pattern PREFIX =
            Pattern.compile(
                    "(?:Exception in thread \"[^\"]*+\" |PHP [\\w ]++:\\s++|Uncaught (?:exception )?+"
                            + "|Unhandled [Ee]xception[.:] |\\(in promise\\) |panic: )++");

    private static final String NAME = "\\*?+(?<type>[\\p{L}_$][\\p{L}\\w.$\\\\/:]*+)";

    /// `shop.NotFound: text` or the type alone.
    private static final Pattern TYPED =
            Pattern.compile(NAME + "(?:(?<=:)\\s(?<text>.*+)|(?<=:)$|$(?<!:))");

    /// Go's `(*shop.NotFound) text`.
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(" + NAME + "\\) (?<text>.*+)");

    /// PHP's loggers: `{"exception":"[object] (Shop\\NotFound(code: 0): text`.
    private static final Pattern LOGGED =
            Pattern.compile("\\[object\\] \\(" + NAME + "\\(code: [^)]*+\\): (?<text>.*+)");

    /// Ruby's `text (NotFound)`.
    private static final Pattern TYPED_LAST =
            Pattern.compile("(?<text>[^(]*+(?:\\([^(]*+)*?)\\((?<type>\\p{Lu}[\\w:]*+)\\)$");

    /// .NET prints an HRESULT behind some types.
    private static final Pattern RESULT_CODE = Pattern.compile("(?<=\\w) \\(0x\\p{XDigit}{8}\\):");

    static ErrorHead of(String line) {
        // .NET Framework prints a chain on one line, the root cause last.
        int cause = line.lastIndexOf(" ---> ");
        String whole = cause < 0 ? line : line.substring(cause + 6);
        Matcher prefix = PREFIX.matcher(whole);
        String text = prefix.lookingAt() ? whole.substring(prefix.end()) : whole;
        text = RESULT_CODE.matcher(text).replaceFirst(":");
        ErrorHead head = parse(text);
        if (!"Error".equals(head.type)) {
            return head;
        }
        ErrorHead inner = parse(head.text);
        return inner.namesException() ? inner : head;
    }

    private static ErrorHead parse(String text) {
        Matcher logged = LOGGED.matcher(text);
        if (logged.find()) {
            return typed(logged);
        }
        Matcher bracketed = IN_BRACKETS.matcher(text);
        if (bracketed.matches()) {
            return typed(bracketed);
        }
        Matcher typed = TYPED.matcher(text);
        return typed.matches() && isType(typed.group("type"))
                ? typed(typed)
                : new ErrorHead(null, text);
    }

    /// @param text as Ruby prints it behind a frame
    static ErrorHead typedLast(String text) {
        Matcher matcher = TYPED_LAST.matcher(text);
        return matcher.matches() ? typed(matcher) : new ErrorHead(null, text);
    }

    /// Whether the type is one beyond doubt, and not just a word before a colon.
    boolean namesException() {
        return type != null
                && (type.endsWith("Error")
                        || type.endsWith("Exception")
                        || type.indexOf('.') > 0
                        || type.indexOf('\\') > 0
                        || type.contains("::"));
    }

    private static ErrorHead typed(Matcher matcher) {
        String type = matcher.group("type");
        String text = matcher.group("text");
        int end = type.endsWith(":") ? type.length() - 1 : type.length();
        return new ErrorHead(
                type.substring(0, end).replace("\\\\", "\\"), text == null ? "" : text);
    }

    /// Types begin with a capital, after their package.
    private static boolean isType(String name) {
        int end = name.endsWith(":") ? name.length() - 1 : name.length();
        int start = end;
        while (start > 0 && ".\\/:".indexOf(name.charAt(start - 1)) < 0) {
            start--;
        }
        return start < end && Character.isUpperCase(name.charAt(start));
    }
}
