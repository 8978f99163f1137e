package dev.faultline.grouping.message;

import java.util.Map;

/// Numbers that are codes by the word before: `errno 13`, `exit code 137`, `signal 11`, `os error
/// 2`, `error 10061`, `code = 14`, `alert number 40`.
final class NumericCodes {

    /// Which numbers a word makes a code.
    private enum Kind {
        /// Any with up to five digits, but an HTTP status of success.
        CODE,
        /// As before, but a count may follow: `error: 5 rows`.
        ERROR,
        SIGNAL,
        /// One that only with a word before is of that kind.
        STATUS,
        NUMBER,
        EXIT,
        RETURNED
    }

    private static final Map<String, Kind> WORDS =
            Map.ofEntries(
                    Map.entry("errno", Kind.CODE),
                    Map.entry("winerror", Kind.CODE),
                    Map.entry("oserror", Kind.CODE),
                    Map.entry("code", Kind.CODE),
                    Map.entry("errorcode", Kind.CODE),
                    Map.entry("error_code", Kind.CODE),
                    Map.entry("errcode", Kind.CODE),
                    Map.entry("err_code", Kind.CODE),
                    Map.entry("exitcode", Kind.CODE),
                    Map.entry("exit_code", Kind.CODE),
                    Map.entry("returncode", Kind.CODE),
                    Map.entry("return_code", Kind.CODE),
                    Map.entry("retcode", Kind.CODE),
                    Map.entry("resultcode", Kind.CODE),
                    Map.entry("result_code", Kind.CODE),
                    Map.entry("sqlcode", Kind.CODE),
                    Map.entry("vendorcode", Kind.CODE),
                    Map.entry("closecode", Kind.CODE),
                    Map.entry("close_code", Kind.CODE),
                    Map.entry("grpc_code", Kind.CODE),
                    Map.entry("grpc_status", Kind.CODE),
                    Map.entry("exit_status", Kind.CODE),
                    Map.entry("exitstatus", Kind.CODE),
                    Map.entry("nativeerror", Kind.CODE),
                    Map.entry("rc", Kind.CODE),
                    Map.entry("ret", Kind.CODE),
                    Map.entry("retval", Kind.CODE),
                    Map.entry("alert", Kind.CODE),
                    Map.entry("msg", Kind.NUMBER),
                    Map.entry("error", Kind.ERROR),
                    Map.entry("err", Kind.ERROR),
                    Map.entry("fehler", Kind.ERROR),
                    Map.entry("signal", Kind.SIGNAL),
                    Map.entry("sig", Kind.SIGNAL),
                    Map.entry("status", Kind.STATUS),
                    Map.entry("number", Kind.NUMBER),
                    Map.entry("curl", Kind.NUMBER),
                    Map.entry("exit", Kind.EXIT),
                    Map.entry("exited", Kind.EXIT),
                    Map.entry("returned", Kind.RETURNED),
                    Map.entry("returns", Kind.RETURNED));

    /// Codes of another kind: of a place, a purchase, a login.
    private static final Terms VALUES =
            Terms.of(
                    "zip postal post area country region currency language dialing phone promo",
                    "promotion coupon discount voucher gift referral invite invitation booking",
                    "reservation tracking order product item article stock bar qr sku",
                    "verification confirmation activation security access auth authorization",
                    "pin otp sms mfa totp login backup recovery source reference customer",
                    "account bank sort branch station airport character char byte invalid key",
                    "color this the");

    private static final Terms EXITS = Terms.of("exit error return result");

    private NumericCodes() {}

    static int end(String text, int start) {
        int digits = Chars.isSign(Chars.at(text, start)) ? start + 1 : start;
        int end = Chars.digitsEnd(text, digits);
        if (end == digits || Chars.isName(Chars.at(text, start - 1)) || !isWhole(text, end)) {
            return Form.NONE;
        }
        if (isDriverError(text, start, end)) {
            return end;
        }
        Cue cue = Cue.before(text, start);
        Kind kind = WORDS.get(cue.word());
        return kind != null && isCode(text, cue, kind, digits, end) ? end : Form.NONE;
    }

    /// A number on its own, neither part of another nor with a unit.
    private static boolean isWhole(String text, int end) {
        char next = Chars.at(text, end);
        char after = Chars.at(text, end + 1);
        boolean goesOn =
                (".,:-/+".indexOf(next) >= 0 && Chars.isDigit(after))
                        || (next == ':' && Chars.isName(after));
        return !goesOn && !Chars.isName(next) && next != '%' && next != '@';
    }

    /// `OperationalError) (1213, 'Deadlock found ...')`, as drivers of Python print MySQL's.
    private static boolean isDriverError(String text, int start, int end) {
        boolean tuple =
                Chars.at(text, start - 1) == '('
                        && end == start + 4
                        && (text.startsWith(", '", end) || text.startsWith(", \"", end));
        if (!tuple || start == 1) {
            return tuple;
        }
        char before = Chars.at(text, start - 2);
        char last = before == ' ' ? Chars.at(text, start - 3) : before;
        return last == ')' || last == ':' || Chars.nameBefore(text, start - 1).endsWith("error");
    }

    private static boolean isCode(String text, Cue cue, Kind kind, int digits, int end) {
        int length = end - digits;
        boolean negative = Chars.isSign(Chars.at(text, digits - 1));
        String previous = cue.previous(text);
        return switch (kind) {
            case CODE ->
                    (length <= 5 || (negative && length <= 10))
                            && !VALUES.contains(previous)
                            && !isCharacter(text, cue)
                            && !isSuccess(text, previous, digits, length);
            case ERROR -> length <= 5 && isError(text, cue, end);
            case SIGNAL -> length <= 2;
            case STATUS -> length <= 3 && isStatus(previous, text, end);
            case NUMBER -> length <= 5 && isNumber(text, cue, previous, end);
            case EXIT -> length <= 3 && !Units.isTime(text, end);
            case RETURNED -> negative && length <= 3;
        };
    }

    /// `'x' (code 18)` is a character.
    private static boolean isCharacter(String text, Cue cue) {
        char before = Chars.at(text, cue.start() - 3);
        return Chars.at(text, cue.start() - 1) == '(' && (before == '\'' || before == '"');
    }

    /// 200 and 302 are no failures, unless a process exits with them.
    private static boolean isSuccess(String text, String previous, int digits, int length) {
        char first = text.charAt(digits);
        return length == 3
                && (first == '2' || first == '3')
                && text.charAt(digits + 1) == '0'
                && !EXITS.contains(previous);
    }

    /// Not the pid behind a level, nor the count of a list of errors.
    private static boolean isError(String text, Cue cue, int end) {
        boolean level = cue.word().length() > 3 && cue.isUpper(text);
        if (level && !text.startsWith(" (", end) && Chars.at(text, end) != ':') {
            return false;
        }
        if (text.startsWith(" of ", end) || text.startsWith("/", end)) {
            return false;
        }
        // `error (5 ms)` holds a value.
        if (cue.gap().indexOf('(') >= 0 && Chars.at(text, end) != ')') {
            return false;
        }
        boolean counted = Chars.at(text, end) == ' ' && Chars.isLower(Chars.at(text, end + 1));
        return cue.gap().indexOf(':') < 0 || !counted;
    }

    /// `exit status 1`, `status=1/FAILURE`
    private static boolean isStatus(String previous, String text, int end) {
        return previous.equals("exit")
                || previous.equals("with")
                || previous.equals("grpc")
                || (Chars.at(text, end) == '/' && Chars.isUpper(Chars.at(text, end + 1)));
    }

    private static boolean isNumber(String text, Cue cue, String previous, int end) {
        return switch (cue.word()) {
            case "msg" -> text.startsWith(", Level", end);
            case "curl" -> cue.gap().indexOf('(') >= 0;
            default -> previous.equals("error") || previous.equals("alert");
        };
    }
}
