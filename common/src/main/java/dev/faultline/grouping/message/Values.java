package dev.faultline.grouping.message;

/// Values that are set: `key=value`, `key =value`, and nothing in `key= other=1`.
final class Values {

    private static final int LONGEST = 300;

    private Values() {}

    /// Where the value behind an equals sign ends.
    ///
    /// @param start behind the sign
    /// @return `start` if there is no value, [Form#NONE] if the sign sets nothing or what it sets
    ///   tells faults apart
    static int end(String text, int start) {
        char before = Chars.at(text, start - 2);
        char first = Chars.at(text, start);
        boolean sets =
                Chars.isName(before)
                        || before == ']'
                        || before == ')'
                        || before == '"'
                        || before == '\''
                        || (before == ' '
                                && !Chars.isBlank(first)
                                && Chars.isName(Chars.at(text, start - 3)));
        if (!sets || first == '=' || first == '>' || first == '~' || isTelling(text, start - 1)) {
            return Form.NONE;
        }
        if ((before == ' ' && first == '\0') || isCode(text, start)) {
            return Form.NONE;
        }
        int end = valueEnd(text, start);
        return isTypeName(text, start, end) ? Form.NONE : end;
    }

    private static boolean isCode(String text, int start) {
        char first = Chars.at(text, start);
        boolean number = Chars.isDigit(first) || Chars.isSign(first) || Chars.isUpper(first);
        boolean hex = first == '0' && Chars.isLetter(Chars.at(text, start + 1));
        return number && !hex && CodeForms.end(text, start) > 0;
    }

    private static boolean isTelling(String text, int sign) {
        int end = sign;
        while (end > 0 && sign - end < 2 && " \"'".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return Vocabulary.TELLING_KEYS.containsBefore(text, end);
    }

    private static int valueEnd(String text, int start) {
        char first = Chars.at(text, start);
        if (first == '"' || first == '\'') {
            int close = Quoted.closing(text, start);
            if (close > 0) {
                return close + 1;
            }
        }
        int url = Chars.isLetter(first) ? Urls.end(text, start) : Form.NONE;
        if (url > 0) {
            return url;
        }
        if (Chars.isDigit(first) || Chars.isSign(first)) {
            int date = Chars.isDigit(first) ? Dates.end(text, start) : Form.NONE;
            int end = date > 0 ? date : Numbers.end(text, start);
            if (end > 0 && isDelimiter(Chars.at(text, end))) {
                return end;
            }
        }
        int i = start;
        while (i < text.length() && i - start < LONGEST && !isDelimiter(text.charAt(i))) {
            char c = text.charAt(i);
            i = c == '{' || c == '[' || c == '(' ? Literals.balancedEnd(text, i) : i + 1;
        }
        while (i > start && ".:!".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    /// `Domain=NSURLErrorDomain`
    private static boolean isTypeName(String text, int start, int end) {
        return end - start > 6
                && Chars.isUpper(text.charAt(start))
                && !Chars.hasDigit(text, start, end)
                && (text.startsWith("Domain", end - 6)
                        || text.startsWith("Error", end - 5)
                        || text.startsWith("Exception", end - 9));
    }

    private static boolean isDelimiter(char c) {
        return c == '\0' || Chars.isBlank(c) || (c < 127 && ",;&)]}|\"'`".indexOf(c) >= 0);
    }
}
