package dev.faultline.grouping.message;

/// Hardware addresses with hyphens or points: `00-1A-2B-3C-4D-5E`, `001a.2b3c.4d5e`. Those with
/// colons look like IPv6, see [Hosts].
final class Macs {

    private static final int LENGTH = 12;

    private Macs() {}

    static int end(String text, int start) {
        if (Chars.insideToken(text, start)) {
            return Form.NONE;
        }
        int group = Chars.hexEnd(text, start) - start;
        char joint = Chars.at(text, start + group);
        if (!(group == 2 && joint == '-') && !(group == 4 && joint == '.')) {
            return Form.NONE;
        }
        int end = start;
        for (int digits = 0; digits < LENGTH; digits += group) {
            if (digits > 0 && Chars.at(text, end) != joint) {
                return Form.NONE;
            }
            int next = digits > 0 ? end + 1 : end;
            end = Chars.hexEnd(text, next);
            if (end - next != group) {
                return Form.NONE;
            }
        }
        return Chars.goesOn(text, end) || Chars.at(text, end) == joint ? Form.NONE : end;
    }
}
