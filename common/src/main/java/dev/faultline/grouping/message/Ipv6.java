package dev.faultline.grouping.message;

/// IPv6 addresses, and hardware addresses with colons: groups of hexadecimal digits, eight or with
/// a gap, or six pairs.
final class Ipv6 {

    private static final int LONGEST = 64;

    private Ipv6() {}

    static int end(String text, int start) {
        int i = start;
        int colons = 0;
        int pairs = 0;
        boolean gap = false;
        boolean digit = false;
        while (i - start < LONGEST) {
            int group = Chars.hexEnd(text, i);
            if (group - i > 4) {
                return Form.NONE;
            }
            pairs += group - i == 2 ? 1 : 0;
            digit |= Chars.hasDigit(text, i, group);
            int mapped = gap ? Hosts.addressEnd(text, i) : Form.NONE;
            if (mapped > 0) {
                return Hosts.portEnd(text, mapped);
            }
            i = group;
            if (Chars.at(text, i) != ':') {
                break;
            }
            boolean twice = Chars.at(text, i + 1) == ':';
            if ((!twice && !Chars.isHex(Chars.at(text, i + 1))) || (twice && gap)) {
                break;
            }
            gap |= twice;
            colons += twice ? 2 : 1;
            i += twice ? 2 : 1;
        }
        if (Chars.goesOn(text, i) || (i == start + 2 && gap)) {
            return Form.NONE;
        }
        boolean address = gap ? digit && colons < 9 : colons == 7 || (colons == 5 && pairs == 6);
        return address ? Hosts.portEnd(text, i) : Form.NONE;
    }
}
