package dev.faultline.grouping.trace.crash;

import java.util.List;
import java.util.Set;

/// Takes a demangled name apart: its namespaces, classes and its function, in one pass.
final class NameScanner {

    private static final String[] SUFFIXES = {
        ".cold",
        ".isra",
        ".part",
        ".constprop",
        ".llvm",
        ".lto_priv",
        ".cfi",
        ".resume",
        ".destroy",
        ".cleanup",
        ".omp_outlined",
        ".str",
        ".warm",
        ".hot",
        ".specialized",
    };

    /// Words that may stand behind the name.
    private static final Set<String> QUALIFIERS =
            Set.of("const", "volatile", "noexcept", "throws", "async", "where", "in");

    /// How deep types within types are looked into.
    private static final int MAX_DEPTH = 3;

    private final String text;
    private final int depth;
    private final NameParts parts = new NameParts();
    private final StringBuilder segment = new StringBuilder(32);
    private int at;

    private NameScanner(String text, int depth) {
        this.text = text;
        this.depth = depth;
    }

    static List<String> segments(String name) {
        return segments(RustNames.decode(name), 0);
    }

    private static List<String> segments(String name, int depth) {
        if (depth > MAX_DEPTH) {
            return List.of();
        }
        NameScanner scanner = new NameScanner(name, depth);
        while (scanner.at < scanner.text.length() && scanner.step()) {
            // Until the name's end.
        }
        scanner.endSegment();
        return scanner.parts.list();
    }

    /// @return whether the name goes on
    private boolean step() {
        char c = text.charAt(at);
        return switch (c) {
            case ':' -> readColon();
            case '<' -> readAngle();
            case '(' -> readParenthesis();
            case '{' -> readBrace();
            case '`', '\'' -> readQuoted();
            case '[' -> readBracket();
            case ' ' -> readBlank();
            case '.' -> readDot();
            case '$' -> readDollar();
            case '@' -> segment.isEmpty() && append(c);
            case '*', '&', '>' -> skip(1);
            case '+' -> false;
            case 'o' -> readOperator();
            default -> append(c);
        };
    }

    private boolean append(char c) {
        segment.append(c);
        return skip(1);
    }

    private boolean skip(int length) {
        at += length;
        return true;
    }

    private boolean readColon() {
        if (text.startsWith("::", at)) {
            endSegment();
            return skip(2);
        }
        return append(':');
    }

    /// Template arguments go; of Rust's `<Type as Trait>` at a name's beginning the type stays.
    private boolean readAngle() {
        int open = at;
        at = closing(at);
        if (!segment.isEmpty()) {
            return true;
        }
        String inner = text.substring(open + 1, Math.max(open + 1, at - 1));
        if (inner.startsWith("lambda")) {
            parts.addLambda();
        } else if (parts.isEmpty()) {
            parts.addAll(segments(Scan.before(inner, " as "), depth + 1));
        }
        return true;
    }

    private boolean readParenthesis() {
        int open = at;
        at = closing(at);
        String inner = text.substring(open + 1, Math.max(open + 1, at - 1));
        if (inner.startsWith("anonymous")) {
            return true;
        }
        if (inner.startsWith("lambda at ")) {
            parts.addLambda();
            return true;
        }
        char before = open == 0 ? ' ' : text.charAt(open - 1);
        if (before == '.') {
            // Go's receiver and Swift's private names.
            segment.append(inner.startsWith("*") ? "(" + inner + ")" : Scan.before(inner, " in _"));
            return true;
        }
        if ("decltype".contentEquals(segment)) {
            segment.setLength(0);
            return true;
        }
        return endsScope();
    }

    /// Behind arguments: a function within the function, or the end.
    private boolean endsScope() {
        int next = at;
        while (next < text.length()) {
            if (text.startsWith("::", next)) {
                at = next;
                return true;
            }
            int word = Scan.blanks(text, next);
            if (!text.startsWith("const", word) && !text.startsWith("&", word)) {
                return false;
            }
            next = text.startsWith("const", word) ? word + 5 : word + 1;
        }
        return false;
    }

    private boolean readBrace() {
        int open = at;
        at = closing(at);
        String inner = text.substring(open, at);
        if (inner.contains("lambda") || inner.contains("closure")) {
            endSegment();
            parts.addLambda();
        }
        return true;
    }

    /// `'lambda'`, `` `anonymous namespace' ``, `` `f(int)'::`2' ``
    private boolean readQuoted() {
        int close = text.indexOf('\'', at + 1);
        if (close < 0) {
            return false;
        }
        String inner = text.substring(at + 1, close);
        at = close + 1;
        if (inner.startsWith("lambda")) {
            // Arguments come right behind, without a name.
            if (text.startsWith("(", at)) {
                at = closing(at);
            }
            endSegment();
            parts.addLambda();
        } else if (!inner.startsWith("anonymous") && inner.indexOf('`') < 0) {
            endSegment();
            if (!inner.isEmpty() && !Scan.isDigit(inner.charAt(0))) {
                parts.addAll(segments(inner, depth + 1));
            }
        }
        return true;
    }

    /// ABI tags, Go's type arguments; `[clone .cold]` stands behind a blank.
    private boolean readBracket() {
        at = closing(at);
        return true;
    }

    private boolean readBlank() {
        int next = Scan.blanks(text, at);
        if (text.startsWith("(", next) && !text.startsWith("(anonymous", next)) {
            return false;
        }
        if (text.startsWith("[", next)
                || text.startsWith("->", next)
                || text.startsWith(": ", next)) {
            return false;
        }
        int word = Scan.word(text, next);
        boolean named = !segment.isEmpty() || !parts.isEmpty();
        if (named && QUALIFIERS.contains(text.substring(next, word)) && !isTypeBefore(word)) {
            return false;
        }
        // All before was the type that is returned.
        segment.setLength(0);
        parts.clear();
        at = next;
        return true;
    }

    /// Whether what ends here is a type and not the name: `char const* f()`.
    private boolean isTypeBefore(int end) {
        if (end < text.length() && text.charAt(end) != ' ') {
            return true;
        }
        int next = Scan.blanks(text, end);
        return next < text.length()
                && text.startsWith("const", at + 1)
                && Scan.isWord(text.charAt(next));
    }

    private boolean readDot() {
        if (at + 1 < text.length() && Scan.isDigit(text.charAt(at + 1))) {
            return false;
        }
        for (String suffix : SUFFIXES) {
            if (text.startsWith(suffix, at)) {
                return false;
            }
        }
        return append('.');
    }

    /// `$_0` is a lambda; behind a name stand hashes of what a linker made local.
    private boolean readDollar() {
        if (text.startsWith("$_", at) && segment.isEmpty()) {
            at = Scan.digits(text, at + 2);
            parts.addLambda();
            return true;
        }
        int end = Scan.hex(text, at + 1);
        return end - at <= 16 && append('$');
    }

    private boolean readOperator() {
        boolean starts = segment.isEmpty() && text.startsWith("operator", at);
        int end = at + 8;
        if (!starts || (end < text.length() && Scan.isWord(text.charAt(end)))) {
            return append('o');
        }
        if (text.startsWith("()", end) || text.startsWith("[]", end)) {
            end += 2;
        } else if (text.startsWith(" ", end)) {
            int open = text.indexOf('(', end);
            end = open < 0 ? text.length() : open;
        } else {
            while (end < text.length() && "<>=+-*/%^&|~!,".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
        }
        segment.append(text, at, end);
        at = end;
        return true;
    }

    private void endSegment() {
        parts.add(segment.toString());
        segment.setLength(0);
    }

    /// Behind the bracket that closes the one at `from`; the text's end if none does.
    private int closing(int from) {
        char open = text.charAt(from);
        char close = open == '(' ? ')' : open == '<' ? '>' : open == '[' ? ']' : '}';
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == open) {
                depth++;
            } else if (c == close && text.charAt(i - 1) != '-' && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
