package dev.faultline.grouping.message;

/// HRESULT, NTSTATUS and other codes that are written in hexadecimal digits.
final class HexCodes {

    private static final Terms WORDS =
            Terms.of(
                    "hresult ntstatus code error errorcode error_code bugcheck stop exception",
                    "scode exitcode exit_code");

    /// Severity and facility of the codes of Windows: general, dispatch, Win32, COM, security, CLR,
    /// Windows Update and NT.
    private static final String[] PREFIXES = {
        "80004",
        "80002",
        "80003",
        "8000f",
        "80001",
        "80000",
        "8001",
        "8002",
        "8003",
        "8004",
        "80070",
        "8007",
        "8009",
        "800a",
        "800b",
        "800f",
        "8010",
        "8013",
        "8024",
        "803d",
        "c0000",
        "c0150",
        "e0434352",
        "e06d7363"
    };

    private HexCodes() {}

    static int end(String text, int start) {
        int end = Chars.hexEnd(text, start + 2);
        int length = end - start - 2;
        if (length == 0
                || length > 8
                || Chars.goesOn(text, end)
                || Chars.isName(Chars.at(text, start - 1))) {
            return Form.NONE;
        }
        return isWindows(text, start + 2, length) || WORDS.contains(Cue.before(text, start).word())
                ? end
                : Form.NONE;
    }

    private static boolean isWindows(String text, int digits, int length) {
        if (length != 8) {
            return false;
        }
        for (String prefix : PREFIXES) {
            if (text.regionMatches(true, digits, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return false;
    }
}
