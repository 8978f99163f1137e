package dev.faultline.grouping.message;

/// Codes of products: capitals and digits, `ORA-00060`, `E1001`, `TS2345`, `WFLYCTL0013`.
///
/// Orders and tickets look the same, so a prefix that is not known makes a code only where one
/// stands: behind `code` or `error`, or at the beginning before a colon.
final class VendorCodes {

    private static final int LONGEST_PREFIX = 8;

    private static final Terms PREFIXES =
            Terms.of(
                    // Databases
                    "ORA PLS TNS RMAN SQL SP2 DSRA MY MONGO KSQL",
                    // Compilers and build tools
                    "TS CS MSB NU NETSDK LNK FS BC CA IDE SA RS AADSTS IDX ASPNETCORE IIS",
                    // Application servers and frameworks
                    "WFLYCTL WFLYSRV WFLYEE WFLYUT IJ UT ISPN HHH HV HSEARCH ARJUNA AMQ BEA",
                    "CWWKZ CWWKE CWWKO SRVE RESTEASY ELY JBAS SRMSG PGRST NG NETSTAT COMPlus");

    private static final Terms CUES =
            Terms.of(
                    "error code errorcode error_code errcode err errno fault fehler msgid",
                    "exception");

    private static final Terms FAILURES =
            Terms.of(
                    "failed rejected declined denied refused aborted error failure fault fehler",
                    "with cancelled unsuccessful");

    private static final Terms OTHER_CODES =
            Terms.of(
                    "promo coupon discount voucher gift invite booking tracking product item",
                    "verification access auth invalid country postal referral unknown",
                    "confirmation the this");

    private VendorCodes() {}

    static int end(String text, int start) {
        char before = Chars.at(text, start - 1);
        if (!Chars.isUpper(text.charAt(start))
                || Chars.isName(before)
                || before == '-'
                || before == '/') {
            return Form.NONE;
        }
        int letters = start;
        while (letters - start <= LONGEST_PREFIX && Chars.isUpper(Chars.at(text, letters))) {
            letters++;
        }
        int number = Chars.at(text, letters) == '-' ? letters + 1 : letters;
        int digits = Chars.digitsEnd(text, number);
        int count = digits - number;
        if (letters - start > LONGEST_PREFIX || count < 2 || count > 6) {
            return Form.NONE;
        }
        int end = Chars.isUpper(Chars.at(text, digits)) ? digits + 1 : digits;
        if (Chars.goesOn(text, end)
                || ("-.:@/".indexOf(Chars.at(text, end)) >= 0
                        && Chars.isWord(Chars.at(text, end + 1)))) {
            return Form.NONE;
        }
        return isCode(text, start, letters, count, end) ? end : Form.NONE;
    }

    private static boolean isCode(String text, int start, int letters, int count, int end) {
        String prefix = text.substring(start, letters);
        boolean known = PREFIXES.contains(prefix) && count >= 3;
        boolean klog = count == 4 && Chars.at(text, end) == ' ' && Chars.at(text, end + 3) == ':';
        if (klog) {
            return false;
        }
        return known
                || isPlaced(text, start, end)
                || (isError(prefix, count) && !isThing(text, start));
    }

    private static boolean isError(String prefix, int count) {
        return count >= 3 && (prefix.equals("E") || prefix.equals("ERR") || prefix.equals("ERROR"));
    }

    /// A word directly before names what the number belongs to: `employee E1234`.
    private static boolean isThing(String text, int start) {
        return Chars.at(text, start - 1) == ' '
                && Chars.isWord(Chars.at(text, start - 2))
                && !FAILURES.contains(Chars.nameBefore(text, start - 1));
    }

    private static boolean isPlaced(String text, int start, int end) {
        boolean first = start == 0 || (start == 1 && "[(".indexOf(text.charAt(0)) >= 0);
        if (first
                && (Chars.at(text, end) == ':'
                        || Chars.at(text, end) == ']'
                        || Chars.at(text, end) == ')')) {
            return true;
        }
        Cue cue = Cue.before(text, start);
        if (CUES.contains(cue.word())) {
            return !OTHER_CODES.contains(cue.previous(text));
        }
        // `declined: D204`
        return cue.gap().startsWith(":")
                && FAILURES.contains(cue.word())
                && Chars.at(text, end) == '\0';
    }
}
