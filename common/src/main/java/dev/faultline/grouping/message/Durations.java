package dev.faultline.grouping.message;

/// Durations as ISO 8601 writes them: `PT8M54.5S`, `P3DT4H`.
final class Durations {

    private Durations() {}

    static int end(String text, int start) {
        if (text.charAt(start) != 'P') {
            return Form.NONE;
        }
        int i = Chars.at(text, start + 1) == 'T' ? start + 2 : start + 1;
        int parts = 0;
        while (true) {
            int sign = Chars.at(text, i) == '-' ? i + 1 : i;
            int number = Chars.digitsEnd(text, sign);
            if (number == sign) {
                break;
            }
            if (Chars.at(text, number) == '.') {
                number = Chars.digitsEnd(text, number + 1);
            }
            if ("YMWDHS".indexOf(Chars.at(text, number)) < 0) {
                return Form.NONE;
            }
            parts++;
            i = Chars.at(text, number + 1) == 'T' ? number + 2 : number + 1;
        }
        return parts > 0 && !Chars.goesOn(text, i) ? i : Form.NONE;
    }
}
