package dev.faultline.grouping.v1;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What in a message tells faults apart though it looks like a value: status and error codes.
final class Codes {

    private static final Pattern CODE =
            Pattern.compile(
                    // Behind a word for it: `status 404`, `exit code: 137`, `SQLSTATE[23505]`.
                    "(?<=\\b(?i:status|(?<!\\()code|errno|signal|http|sqlstate)[ :=#\\[]{1,2})"
                            + "\\p{Lu}?\\d\\w{0,4}\\b"
                            + "|(?<=\\breturned )[45]\\d\\d\\b"
                            // `404 Not Found`, `409 (Conflict)`
                            + "|(?<![\\w/.=-])[45]\\d\\d(?= \\(?\\p{Lu}\\p{Ll})"
                            // HRESULT
                            + "|\\b0x800[47]\\p{XDigit}{4}\\b"
                            // E1001, ORA-00060, ECONNREFUSED
                            + "|\\b(?:E|ORA-)\\d{4,5}\\b|\\bE\\p{Lu}{4,12}\\b");

    private Codes() {}

    static List<String> in(String text) {
        return matcher(text).results().map(MatchResult::group).distinct().limit(4).toList();
    }

    static Matcher matcher(String text) {
        return CODE.matcher(text);
    }
}
