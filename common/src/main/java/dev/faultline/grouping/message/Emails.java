package dev.faultline.grouping.message;

/// E-mail addresses and `user@host`.
final class Emails {

    private static final int MAX_LOCAL = 64;
    private static final int MAX_DOMAIN = 255;

    private Emails() {}

    static int end(String text, int start) {
        if (Chars.insideToken(text, start)) {
            return Form.NONE;
        }
        int sign = start;
        while (sign - start < MAX_LOCAL && isLocal(Chars.at(text, sign))) {
            sign++;
        }
        if (Chars.at(text, sign) != '@' || sign == start) {
            return Form.NONE;
        }
        int end = domainEnd(text, sign + 1);
        return end > sign + 1 && isDomain(text, start, sign, end) ? end : Form.NONE;
    }

    private static int domainEnd(String text, int start) {
        int i = start;
        while (i - start < MAX_DOMAIN
                && (Chars.isName(Chars.at(text, i))
                        || ((text.charAt(Math.min(i, text.length() - 1)) == '-'
                                        || Chars.at(text, i) == '.')
                                && Chars.isWord(Chars.at(text, i + 1))))) {
            i++;
        }
        return i;
    }

    /// Not what else is written with the sign: objects (`Task@2d726f9`), versions
    /// (`lodash@4.17.21`) and actions (`UserController@show`).
    private static boolean isDomain(String text, int start, int sign, int end) {
        int dot = text.lastIndexOf('.', end - 1);
        if (dot > sign) {
            return Chars.isLetter(text.charAt(dot + 1)) || isAddress(text, sign + 1);
        }
        boolean version = Chars.isDigit(text.charAt(sign + 1)) || text.charAt(sign + 1) == 'v';
        return !version
                && !Chars.isUpper(text.charAt(start))
                && Chars.hexEnd(text, sign + 1) < end
                && text.lastIndexOf('.', sign) < start;
    }

    private static boolean isAddress(String text, int start) {
        return Hosts.addressEnd(text, start) > 0;
    }

    private static boolean isLocal(char c) {
        return Chars.isName(c) || c == '.' || c == '-' || c == '+' || c == '%' || c == '&';
    }
}
