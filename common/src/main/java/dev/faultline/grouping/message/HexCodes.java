package dev.faultline.grouping.message;

/// HRESULT, NTSTATUS and other codes that are written in hexadecimal digits.
final class HexCodes {

    private static final Terms WORDS =
            Terms.of(
                    "hresult ntstatus code error errorcode error_code bugcheck stop exception",
                    "scode exitcode exit_code");

    /// How the codes of Windows begin: severity and facility.
    private static final String[] PREFIXES = {
        // General, COM, Win32, security, automation, cryptography, setup, .NET, updates, web
        "80004",
        "8000f",
        "8000000",
        "8004",
        "8007",
        "8009",
        "800a",
        "800b",
        "800f",
        "8013",
        "8024",
        "803d",
        // NTSTATUS, and exceptions of .NET and of C++
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
