package dev.faultline.grouping.message;

/// The forms of codes that hold digits and would be taken for values.
final class CodeForms {

    private CodeForms() {}

    static int end(String text, int start) {
        char c = text.charAt(start);
        if (Chars.isLetter(c)) {
            int state = SqlStates.end(text, start);
            return state > 0 ? state : VendorCodes.end(text, start);
        }
        if (c == '0' && (Chars.at(text, start + 1) | ' ') == 'x') {
            return HexCodes.end(text, start);
        }
        int state = SqlStates.end(text, start);
        if (state > 0) {
            return state;
        }
        int http = HttpCodes.end(text, start);
        return http > 0 ? http : NumericCodes.end(text, start);
    }
}
