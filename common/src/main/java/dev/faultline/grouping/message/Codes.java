package dev.faultline.grouping.message;

import java.util.ArrayList;
import java.util.List;

/// What in a text tells faults apart though it looks like a value: status codes of HTTP, SQLSTATE,
/// codes of databases and other products, errors of the operating system by number and by name,
/// states of gRPC, exit codes and signals.
///
/// Rather none than a wrong one: a number counts only where the words around it say what it is.
public final class Codes {

    private static final int MOST = 4;
    private static final int LONGEST_TEXT = 2_000;

    /// What a code that is a name stands behind: `Error Code: AccessDenied`.
    private static final Terms CUES =
            Terms.of("code errorcode error_code errcode keepererrorcode __type");

    private Codes() {}

    /// The codes in a text, in their order, each once, at most four; of the first 2,000 characters.
    public static List<String> in(String message) {
        String text = message.substring(0, Math.min(message.length(), LONGEST_TEXT));
        List<String> codes = new ArrayList<>(MOST);
        int length = text.length();
        int at = 0;
        while (at < length && codes.size() < MOST) {
            char c = text.charAt(at);
            boolean sign = Chars.isSign(c) && Chars.isDigit(Chars.at(text, at + 1));
            if (!sign && !Chars.isName(c)) {
                at++;
                continue;
            }
            int end = codeEnd(text, at);
            if (end > at) {
                String code = text.substring(at, end);
                if (!codes.contains(code)) {
                    codes.add(code);
                }
            }
            at = Math.max(end, sign ? at + 1 : Chars.nameEnd(text, at));
        }
        return List.copyOf(codes);
    }

    private static int codeEnd(String text, int start) {
        char c = text.charAt(start);
        if (!Chars.isLetter(c)) {
            return c == '_' ? Form.NONE : CodeForms.end(text, start);
        }
        int end = Chars.nameEnd(text, start);
        if (end - start > 64) {
            return Form.NONE;
        }
        if (Chars.hasDigit(text, start, end) || Chars.at(text, end) == '-') {
            int form = CodeForms.end(text, start);
            if (form > 0) {
                return form;
            }
        }
        if (text.startsWith("PG::", start)) {
            return Chars.nameEnd(text, start + 4);
        }
        return CodeNames.isCode(text, start, end) || isNamed(text, start, end) ? end : Form.NONE;
    }

    /// `Error Code: AccessDenied`, `KeeperErrorCode = NodeExists`, `An error occurred
    /// (ThrottlingException)`, `(psycopg2.errors.UniqueViolation)`.
    private static boolean isNamed(String text, int start, int end) {
        if (!Chars.isUpper(text.charAt(start)) || end - start < 4) {
            return false;
        }
        if (text.startsWith("error occurred (", start - 16)
                || text.startsWith("errors.", start - 7)) {
            return true;
        }
        Cue cue = Cue.before(text, start);
        boolean set = cue.gap().indexOf(':') >= 0 || cue.gap().indexOf('=') >= 0;
        return set && CUES.contains(cue.word()) && isCamelCase(text, start, end);
    }

    private static boolean isCamelCase(String text, int start, int end) {
        int capitals = 0;
        for (int i = start; i < end; i++) {
            if (!Chars.isLetter(text.charAt(i))) {
                return false;
            }
            capitals += Chars.isUpper(text.charAt(i)) ? 1 : 0;
        }
        return capitals > 1 && capitals < end - start;
    }
}
