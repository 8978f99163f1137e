package dev.faultline.grouping.message;

/// A template in the making: text as it is and placeholders for values.
///
/// Blanks are squeezed. Placeholders of one kind with nothing but punctuation between them become
/// one, so that lists, ranges, versions and coordinates of any length are alike.
final class Template {

    static final String NUMBER = "<n>";
    static final String ID = "<id>";
    static final String DATE = "<date>";
    static final String HOST = "<host>";
    static final String URL = "<url>";
    static final String EMAIL = "<email>";
    static final String PATH = "<path>";

    /// What stands in quotes, is set, or is an object or a list.
    static final String VALUE = "<v>";

    private static final int LONGEST_PREFIX = 32;

    private final StringBuilder template;

    private String placeholder = "";

    /// Where the last placeholder ends, -1 before the first.
    private int placeholderEnd = -1;

    Template(int capacity) {
        template = new StringBuilder(capacity);
    }

    void text(String text, int start, int end) {
        template.append(text, start, end);
    }

    void text(char c) {
        template.append(c);
    }

    void blank() {
        int length = template.length();
        if (length > 0 && template.charAt(length - 1) != ' ') {
            template.append(' ');
        }
    }

    void value(String kind) {
        if (placeholderEnd >= 0 && joins(kind)) {
            template.setLength(placeholderEnd);
            return;
        }
        if (repeats(kind)) {
            template.setLength(placeholderEnd);
            return;
        }
        template.append(kind);
        placeholder = kind;
        placeholderEnd = template.length();
    }

    private boolean joins(String kind) {
        int gap = template.length() - placeholderEnd;
        if (gap > 5) {
            return false;
        }
        if (placeholder.equals(kind)) {
            if (gap >= 3 && template.charAt(placeholderEnd) == ')' && isBetweenTuples(gap)) {
                return true;
            }
            return kind.equals(NUMBER) ? joinsNumbers(gap) : joinsValues(gap);
        }
        // `ids=1,2,3`
        return placeholder.equals(VALUE)
                && kind.equals(NUMBER)
                && gap == 1
                && template.charAt(placeholderEnd) == ',';
    }

    /// Whether the same word with a placeholder stands before: `blk_<n> blk_<n>`, `a-<n>, a-<n>`.
    private boolean repeats(String kind) {
        int word = placeholderEnd;
        if (word < 0 || !placeholder.equals(kind)) {
            return false;
        }
        while (word < template.length() && " ,;".indexOf(template.charAt(word)) >= 0) {
            word++;
        }
        int length = template.length() - word;
        int previous = placeholderEnd - placeholder.length() - length;
        if (word == placeholderEnd || length == 0 || length > LONGEST_PREFIX || previous < 0) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = template.charAt(word + i);
            if (c == ' ' || c != template.charAt(previous + i)) {
                return false;
            }
        }
        return previous == 0 || " ,;[({:=".indexOf(template.charAt(previous - 1)) >= 0;
    }

    /// `(1, 2), (3, 4)`
    private boolean isBetweenTuples(int gap) {
        return template.indexOf(gap == 3 ? "),(" : "), (", placeholderEnd) == placeholderEnd;
    }

    private boolean joinsNumbers(int gap) {
        if (gap == 3
                && template.charAt(placeholderEnd) == '_'
                && template.charAt(placeholderEnd + 2) == '_') {
            // `201109_0001_m_000590`
            return true;
        }
        for (int i = placeholderEnd; i < template.length(); i++) {
            if (" ,;:-+./_~x×#|".indexOf(template.charAt(i)) < 0) {
                return isAnd(gap);
            }
        }
        return true;
    }

    private boolean joinsValues(int gap) {
        for (int i = placeholderEnd; i < template.length(); i++) {
            if (" ,;/".indexOf(template.charAt(i)) < 0) {
                return isAnd(gap);
            }
        }
        return true;
    }

    private boolean isAnd(int gap) {
        return gap == 5 && template.indexOf(" and ", placeholderEnd) == placeholderEnd;
    }

    @Override
    public String toString() {
        return template.toString().strip();
    }
}
