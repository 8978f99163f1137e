package dev.faultline.grouping.message;

/// Literals that hold others: JSON and Python objects, lists and tuples of any length.
///
/// Only what is made of literals alone: `[main]` and `(no cause)` are text.
final class Literals {

    private static final String[] CONSTANTS = {
        "null", "true", "false", "None", "True", "False", "nil", "NULL", "undefined", "NaN"
    };

    private static final int DEEPEST = 8;

    /// What held nothing but literals so far is a list, whatever comes then.
    private static final int FAR = 200;

    private Literals() {}

    static int end(String text, int start) {
        return switch (text.charAt(start)) {
            case '{' -> isObject(text, start) ? balancedEnd(text, start) : Form.NONE;
            case '[' -> isList(text, start) ? literalsEnd(text, start) : Form.NONE;
            case '(' ->
                    Chars.isName(Chars.at(text, start - 1)) || NumericCodes.end(text, start + 1) > 0
                            ? Form.NONE
                            : tupleEnd(text, start);
            default -> Form.NONE;
        };
    }

    /// `{"a": ...`, `{'a': ...`, `[{...`; not a struct that Rust or Android print, whose fields
    /// tell.
    private static boolean isObject(String text, int start) {
        char next = Chars.at(text, Chars.blanksEnd(text, start + 1));
        return (next == '}'
                        && !Chars.isWord(Chars.at(text, start - 1))
                        && Chars.at(text, start - 1) != ')')
                || next == '"'
                || next == '\''
                || (next == '\\' && Chars.at(text, start + 2) == '"');
    }

    /// Not an index: `x[0]`.
    private static boolean isList(String text, int start) {
        char before = Chars.at(text, start - 1);
        return !Chars.isName(before) && before != ']' && before != ')';
    }

    /// Where the bracket that opens here closes; the end of the text if it was cut before.
    static int balancedEnd(String text, int start) {
        int depth = 0;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                i = stringEnd(text, i);
                continue;
            }
            if (c == '{' || c == '[' || c == '(') {
                depth++;
            } else if (c == '}' || c == ']' || c == ')') {
                depth--;
            }
            i++;
            if (depth <= 0) {
                return i;
            }
        }
        return i;
    }

    private static int stringEnd(String text, int quote) {
        int i = quote + 1;
        while (i < text.length() && text.charAt(i) != text.charAt(quote)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, text.length());
    }

    /// Two literals or more in parentheses, and the tuples that follow: `(1, 'a'), (2, 'b')`.
    private static int tupleEnd(String text, int start) {
        int end = literalsEnd(text, start);
        if (end < 0 || !isTuple(text, start, end)) {
            return Form.NONE;
        }
        while (text.startsWith(", (", end) || text.startsWith(",(", end)) {
            int next = literalsEnd(text, text.indexOf('(', end));
            if (next < 0) {
                break;
            }
            end = next;
        }
        return end;
    }

    /// Lists of numbers alone are left to what joins them.
    private static boolean isTuple(String text, int start, int end) {
        boolean comma = false;
        boolean other = false;
        for (int i = start + 1; i < end - 1; i++) {
            char c = text.charAt(i);
            comma |= c == ',';
            other |= c == '\'' || c == '"' || c == '?' || Chars.isLetter(c);
        }
        return (comma && other) || text.charAt(start + 1) == '?';
    }

    private static int literalsEnd(String text, int start) {
        int depth = 0;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '[' || c == '(') {
                if (++depth > DEEPEST) {
                    return Form.NONE;
                }
                i++;
            } else if (c == ']' || c == ')') {
                i++;
                if (--depth == 0) {
                    return i;
                }
            } else if (c == '{') {
                i = balancedEnd(text, i);
            } else if (c == '"' || c == '\'') {
                i = stringEnd(text, i);
            } else if (Chars.isDigit(c)) {
                i = Chars.wordEnd(text, i);
            } else if (" ,.-+?%:".indexOf(c) >= 0) {
                i++;
            } else {
                int end = i - start < FAR ? constantEnd(text, i) : i + 1;
                if (end < 0) {
                    return Form.NONE;
                }
                i = end;
            }
        }
        // Cut off.
        return i - start >= FAR ? i : Form.NONE;
    }

    private static int constantEnd(String text, int start) {
        for (String constant : CONSTANTS) {
            int end = start + constant.length();
            if (text.startsWith(constant, start) && !Chars.goesOn(text, end)) {
                return end;
            }
        }
        return Form.NONE;
    }
}
