package dev.faultline.scrub;

import java.util.Locale;
import java.util.Set;

/// Tells secrets from the words, masks and expressions that stand in their place.
final class Plausible {

    /// What stands for a value that is not there, or that somebody took out before.
    private static final Set<String> NOTHING =
            words(
                    """
                    null nil none undefined empty unset n/a na true false {} [] () \"\" ''
                    <redacted> <hidden> <masked> <filtered> <removed> <secret> <password> <token>
                    [redacted] [hidden] [masked] [filtered] [removed] [secret] [scrubbed]
                    (redacted) (hidden) redacted masked filtered ...
                    """);

    /// What follows a telling name where it is a word of a sentence, or has a type.
    private static final Set<String> PROSE =
            words(
                    """
                    a an and are argument be been can cannot can't denied did do does doesn't
                    expired failed field flag for from granted has hasn't have hidden in incorrect
                    invalid is isn't it it's may mismatch missing must no not of off ok on only
                    option or parameter rejected required should some success succeeded that the
                    their this to too unexpected unknown was were when will with wrong yes you your
                    str string &str bool boolean int integer number bytes byte[] char[] object any
                    optional[str] option<string> string? optional text password secret token key
                    passwd pwd
                    """);

    private static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s+", -1));
    }

    private static final int LONGEST_WORD = 20;

    /// Calls that only wrap a value: `Some(hunter2)`.
    private static final Set<String> WRAPPERS =
            Set.of(
                    "some",
                    "just",
                    "right",
                    "optional",
                    "optional.of",
                    "secret",
                    "secretstr",
                    "secretstring",
                    "secretbytes",
                    "string",
                    "str",
                    "bytes",
                    "password",
                    "token",
                    "sensitive",
                    "redacted",
                    "apikey",
                    "credentials",
                    "ok");

    private Plausible() {}

    /// Whether what stands behind a telling name can be its value.
    static boolean isValue(String text, int start, int end) {
        if (start >= end
                || Markers.lengthAt(text, start) > 0
                || isMask(text, start, end)
                || isTemplate(text, start)) {
            return false;
        }
        return !isOneOf(NOTHING, text, start, end);
    }

    /// Whether this goes on as a sentence does.
    static boolean isProse(String text, int start, int end) {
        return isOneOf(PROSE, text, start, end);
    }

    private static boolean isOneOf(Set<String> words, String text, int start, int end) {
        if (end - start > LONGEST_WORD) {
            return false;
        }
        int last = end;
        while (last > start + 1 && ".,;:!?".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return words.contains(Chars.lowerCase(text, start, last));
    }

    private static boolean isMask(String text, int start, int end) {
        char first = text.charAt(start);
        if (first != '*'
                && first != '•'
                && first != '●'
                && first != 'x'
                && first != 'X'
                && first != '.'
                && first != '-'
                && first != '#'
                && first != '?') {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != first) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTemplate(String text, int start) {
        return text.startsWith("${", start)
                || text.startsWith("{{", start)
                || text.startsWith("%(", start)
                || text.startsWith("#{", start);
    }

    /// Whether this is an expression of a program: `self.password`, `get_token()`.
    static boolean isCode(String text, int start, int end) {
        int i = start;
        int dots = 0;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '.' && i > start && Chars.isLetter(Chars.at(text, i + 1))) {
                dots++;
            } else if (!Chars.isLetter(c) && c != '_') {
                break;
            }
            i++;
        }
        if (i == end) {
            return dots > 0 && KeyTrie.BUILT_IN.kind(text, start, end) != KeyKind.NONE;
        }
        if (i - start < 3 || text.charAt(i) != '(' || text.charAt(end - 1) != ')') {
            return false;
        }
        for (int k = i; k < end; k++) {
            char c = text.charAt(k);
            if (c == '"' || c == '\'' || Chars.isDigit(c)) {
                return false;
            }
        }
        return !WRAPPERS.contains(text.substring(start, i).toLowerCase(Locale.ROOT));
    }

    /// Whether this looks made by a machine rather than written: long enough, of the characters of
    /// tokens, and with digits or a mix of cases that no word has.
    static boolean isRandom(String text, int start, int end) {
        int length = end - start;
        if (length < 8) {
            return false;
        }
        int digits = 0;
        int letters = 0;
        int changes = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Chars.isDigit(c)) {
                digits++;
            } else if (Chars.isLetter(c)) {
                letters++;
                char before = i > start ? text.charAt(i - 1) : c;
                if (Chars.isLetter(before) && Chars.isUpper(before) != Chars.isUpper(c)) {
                    changes++;
                }
            } else if ("_-./+=~|:%!$*^#".indexOf(c) < 0) {
                return false;
            }
        }
        return (digits > 0 && letters > 0) || (length >= 12 && changes * 5 >= length);
    }

    /// Whether this is printed as an object: `Token{a64f992`, `android.os.Binder@9f4ef63`.
    static boolean isObject(String text, int start, int end) {
        int i = start;
        while (i < end
                && (Chars.isName(text.charAt(i))
                        || text.charAt(i) == '.'
                        || text.charAt(i) == '$')) {
            i++;
        }
        return i > start && i < end && "@{[(<".indexOf(text.charAt(i)) >= 0;
    }
}
