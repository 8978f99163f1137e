package dev.faultline.grouping.message;

/// What an object in JSON says went wrong.
final class ErrorFields {

    private static final String[] FIELDS = {
        "\"error\"", "\"errorCode\"", "\"error_code\"", "\"code\"", "\"errorType\"", "\"__type\""
    };

    private static final int LONGEST = 64;

    private ErrorFields() {}

    /// Where the name of an error begins in an object.
    ///
    /// @return [Form#NONE] if there is none
    static int start(String text, int start, int end) {
        for (String field : FIELDS) {
            int name = text.indexOf(field, start, end);
            if (name >= 0) {
                int value = valueStart(text, name + field.length());
                if (value > 0 && isName(text, value)) {
                    return value;
                }
            }
        }
        return Form.NONE;
    }

    private static int valueStart(String text, int colon) {
        int i = Chars.blanksEnd(text, colon);
        if (Chars.at(text, i) != ':') {
            return Form.NONE;
        }
        i = Chars.blanksEnd(text, i + 1);
        return Chars.at(text, i) == '"' ? i + 1 : Form.NONE;
    }

    /// Two words at least, joined: `invalid_grant`, `AccessDenied`, `NOT_FOUND`.
    private static boolean isName(String text, int start) {
        int end = Chars.nameEnd(text, start);
        if (Chars.at(text, end) != '"'
                || end - start > LONGEST
                || Chars.hasDigit(text, start, end)) {
            return false;
        }
        int capitals = 0;
        for (int i = start; i < end; i++) {
            capitals += Chars.isUpper(text.charAt(i)) ? 1 : 0;
        }
        return text.indexOf('_', start, end) > 0 || capitals > 1;
    }
}
