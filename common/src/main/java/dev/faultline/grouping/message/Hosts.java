package dev.faultline.grouping.message;

/// IP and MAC addresses, and host names, with what belongs to them: ports, zones and ranges.
final class Hosts {

    /// No host name is longer.
    private static final int MAX_NAME = 255;

    /// Endings that no file, property or package has.
    private static final Terms ENDINGS =
            Terms.of(
                    "com org net edu gov mil biz io cloud internal local localdomain localhost",
                    "lan corp intra intranet home arpa invalid example de uk fr nl ru cn jp br",
                    "au ca ch eu us hk tw kr pl cz se dk fi es pt ua tr ir vn th mx ar cl za nz",
                    "il gr hu ro sg at be ie kz ae om tech online");

    /// Endings that are also words of programs: only behind two names.
    private static final Terms AMBIGUOUS =
            Terms.of(
                    "info dev test app int it in no me to is id my tv co ai site store shop svc",
                    "server host");

    /// What packages begin with: `com.shop.app`.
    private static final Terms PACKAGES =
            Terms.of("com org net edu io java javax jakarta android system dev me de uk fr ch eu");

    /// Endings of files, behind which a colon tells the line.
    private static final Terms SOURCES =
            Terms.of("java swift scala html yaml json conf toml properties groovy gradle");

    private Hosts() {}

    static int end(String text, int start) {
        char before = Chars.at(text, start - 1);
        if (Chars.isName(before) || before == '@' || before == '-' || before == '\\') {
            return Form.NONE;
        }
        int end = addressEnd(text, start);
        if (end < 0) {
            end = nameEnd(text, start);
        }
        return end < 0 ? Ipv6.end(text, start) : portEnd(text, end);
    }

    /// `[::1]:8080`
    static int bracketedEnd(String text, int start) {
        int address = Ipv6.end(text, start + 1);
        return Chars.at(text, address) == ']' && address > 0
                ? portEnd(text, address + 1)
                : Form.NONE;
    }

    /// `host/10.0.0.1:80`, as Java writes addresses.
    static int resolvedEnd(String text, int slash) {
        int address = addressEnd(text, slash + 1);
        return address < 0 ? Form.NONE : portEnd(text, address);
    }

    /// An IPv4 address, or a name that begins with one.
    static int addressEnd(String text, int start) {
        if (Chars.at(text, start - 1) == '.') {
            return Form.NONE;
        }
        int i = start;
        for (int group = 0; group < 4; group++) {
            int end = Chars.digitsEnd(text, i);
            if (end == i || end > i + 3 || (end == i + 3 && text.charAt(i) > '2')) {
                return Form.NONE;
            }
            if (group < 3 && Chars.at(text, end) != '.') {
                return Form.NONE;
            }
            i = group < 3 ? end + 1 : end;
        }
        char next = Chars.at(text, i);
        if (Chars.isName(next)) {
            return Form.NONE;
        }
        if (next == '.' && Chars.isWord(Chars.at(text, i + 1))) {
            return Chars.isDigit(text.charAt(i + 1)) ? Form.NONE : labelsEnd(text, start);
        }
        return i;
    }

    /// `db-1.shop.internal`, `localhost`.
    static int nameEnd(String text, int start) {
        char before = Chars.at(text, start - 1);
        if (before == '.' || (before == '/' && Chars.at(text, start - 2) != '/')) {
            return Form.NONE;
        }
        int first = Chars.wordEnd(text, start);
        if (first == start) {
            return Form.NONE;
        }
        int end = labelsEnd(text, start);
        if (Chars.goesOn(text, end) || Chars.at(text, end) == '(' || end - start > MAX_NAME) {
            return Form.NONE;
        }
        int dot = text.lastIndexOf('.', end - 1);
        if (dot < start) {
            return end == start + 9 && text.startsWith("localhost", start) ? end : Form.NONE;
        }
        return isHost(text, start, dot, end) ? end : Form.NONE;
    }

    private static boolean isHost(String text, int start, int dot, int end) {
        int firstDot = text.indexOf('.', start);
        if (PACKAGES.contains(text, start, firstDot) || hasCapital(text, start, end)) {
            return false;
        }
        return ENDINGS.contains(text, dot + 1, end)
                || text.startsWith("www.", start)
                || (firstDot < dot && AMBIGUOUS.contains(text, dot + 1, end))
                || (isPort(text, end)
                        && Chars.isLetter(text.charAt(dot + 1))
                        && end - dot > 4
                        && !SOURCES.contains(text, dot + 1, end));
    }

    private static boolean hasCapital(String text, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (Chars.isUpper(text.charAt(i)) && Chars.isLower(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static int labelsEnd(String text, int start) {
        int i = start;
        while (i - start <= MAX_NAME) {
            char c = Chars.at(text, i);
            boolean joins =
                    ((c == '.' || c == '-' || c == '_') && Chars.isWord(Chars.at(text, i + 1)))
                            || (c == '-' && Chars.at(text, i + 1) == '-');
            if (!Chars.isWord(c) && !joins) {
                break;
            }
            i++;
        }
        return i;
    }

    private static boolean isPort(String text, int colon) {
        int end = Chars.digitsEnd(text, colon + 1);
        return Chars.at(text, colon) == ':' && end > colon + 2 && end <= colon + 6;
    }

    /// A port, a range of addresses or a zone: `:8080`, `#53`, `/24`, `%eth0`.
    static int portEnd(String text, int address) {
        int end = address;
        char c = Chars.at(text, end);
        if (c == '%') {
            end = Chars.nameEnd(text, end + 1);
            c = Chars.at(text, end);
        }
        int resolved = c == '/' ? resolvedEnd(text, end) : Form.NONE;
        if (resolved > 0) {
            return resolved;
        }
        if ((c == ':' || c == '/' || c == '#') && Chars.isDigit(Chars.at(text, end + 1))) {
            int port = Chars.digitsEnd(text, end + 1);
            boolean whole = !Chars.goesOn(text, port) && Chars.at(text, port) != '/';
            return whole || c == ':' ? port : end;
        }
        return end;
    }
}
