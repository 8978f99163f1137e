package dev.faultline.grouping.message;

/// Status codes of HTTP, SMTP and the like that tell of a failure, where what surrounds them says
/// that they are one.
final class HttpCodes {

    private static final Terms STATUS =
            Terms.of(
                    "http https status statuscode status_code httpstatus http_status http_code",
                    "httpcode httpstatuscode http_status_code responsecode response_code",
                    "response_status responsestatus smtp sip ftp upstream_status upstream",
                    "httperror httpexception httpstatusexception apierror");

    /// Who says that something was answered.
    private static final Terms VERBS =
            Terms.of(
                    "returned returns returning responded responds responding replied answered",
                    "response");

    private static final Terms FAILED =
            Terms.of(
                    "responded failed replied answered returned rejected responds failing aborted");

    private static final Terms RECEIVED = Terms.of("got received gave was");

    /// Behind these only with the name of the status: `with 404 Not Found`.
    private static final Terms LEADS =
            Terms.of(
                    "with a an by got received was is error code failed threw gave from as of",
                    "to returned responded");

    /// What a number of things is not followed by.
    private static final Terms AFTER =
            Terms.of(
                    "for from on at when while in after to with but and instead error response",
                    "status because during as by expected");

    private static final String[] REASONS = {
        // 4xx
        "Bad Request",
        "Unauthori",
        "Payment Required",
        "Forbidden",
        "Not Found",
        "Method Not",
        "Not Acceptable",
        "Proxy Auth",
        "Request ",
        "Conflict",
        "Gone",
        "Length Required",
        "Precondition",
        "Payload Too",
        "Content Too",
        "URI Too",
        "Unsupported Media",
        "Range Not",
        "Requested Range",
        "Expectation",
        "I'm a",
        "Misdirected",
        "Unprocessable",
        "Locked",
        "Failed Dependency",
        "Too ",
        "Upgrade Required",
        "Unavailable For",
        "Client ",
        // 5xx
        "Internal Server",
        "Not Implemented",
        "Bad Gateway",
        "Service ",
        "Gateway ",
        "HTTP Version",
        "Variant Also",
        "Insufficient",
        "Loop Detected",
        "Not Extended",
        "Network ",
        "Server Error",
        "Unknown Error",
        "Temporarily",
        "Temporary ",
        "Web Server",
        "Origin "
    };

    private HttpCodes() {}

    static int end(String text, int start) {
        char first = text.charAt(start);
        if (first < '4' || first > '6' || isInside(text, start)) {
            return Form.NONE;
        }
        int end = Chars.digitsEnd(text, start);
        if (end != start + 3 || Chars.goesOn(text, end) || isJoined(text, end)) {
            return Form.NONE;
        }
        int enhanced = enhancedEnd(text, end);
        if (enhanced > 0) {
            return enhanced;
        }
        return isStatus(text, start, end) ? end : Form.NONE;
    }

    private static boolean isInside(String text, int start) {
        char before = Chars.at(text, start - 1);
        boolean version = before == '/' && text.startsWith("HTTP", start - 5);
        return Chars.isName(before)
                || (!version && ".-/,+$#".indexOf(before) >= 0 && before != '\0');
    }

    private static boolean isJoined(String text, int end) {
        char next = Chars.at(text, end);
        return next == '%'
                || (".,:-/+".indexOf(next) >= 0 && Chars.isDigit(Chars.at(text, end + 1)));
    }

    /// `550 5.1.1` of SMTP.
    private static int enhancedEnd(String text, int end) {
        int i = end;
        char joint = Chars.at(text, i);
        if (joint != ' ' && joint != '-') {
            return Form.NONE;
        }
        for (int part = 0; part < 3; part++) {
            int digits = Chars.digitsEnd(text, i + 1);
            if (digits == i + 1 || digits > i + 4 || (part < 2 && Chars.at(text, digits) != '.')) {
                return Form.NONE;
            }
            i = digits;
        }
        return Chars.goesOn(text, i) || Chars.at(text, i) == '.' ? Form.NONE : i;
    }

    private static boolean isStatus(String text, int start, int end) {
        Cue cue = Cue.before(text, start);
        if (STATUS.contains(cue.word()) || isCode(text, cue) || isRequest(text, start)) {
            return true;
        }
        if (isAnswer(text, cue) && !isCounted(text, end)) {
            return true;
        }
        boolean named = hasReason(text, end);
        boolean lead = cue.word().isEmpty() || LEADS.contains(cue.word()) || !cue.gap().isBlank();
        return lead && (named || isResponse(text, cue, end));
    }

    /// `returned 502`, `responded with 502`, `status of 502`, `failed: 502`
    private static boolean isAnswer(String text, Cue cue) {
        return VERBS.contains(cue.word())
                || switch (cue.word()) {
                    case "with" -> FAILED.contains(cue.previous(text));
                    case "of" -> cue.previous(text).equals("status");
                    case "failed" -> !cue.gap().isBlank();
                    default -> false;
                };
    }

    private static boolean isCode(String text, Cue cue) {
        return cue.word().equals("code")
                && switch (cue.previous(text)) {
                    case "status", "http", "response", "error", "result" -> true;
                    default -> false;
                };
    }

    /// `"GET /x HTTP/1.1" 502`, `HTTP/1.1 502`
    private static boolean isRequest(String text, int start) {
        int i = start - 1;
        if (Chars.at(text, i) != ' ') {
            return false;
        }
        i = Chars.at(text, i - 1) == '"' ? i - 1 : i;
        return text.startsWith("HTTP/", i - 8) || text.startsWith("HTTP/", i - 6);
    }

    private static boolean hasReason(String text, int end) {
        int i = end;
        while (i - end < 3 && " (:-".indexOf(Chars.at(text, i)) >= 0) {
            i++;
        }
        if (i == end) {
            return false;
        }
        for (String reason : REASONS) {
            if (text.startsWith(reason, i)) {
                return true;
            }
        }
        return false;
    }

    /// `with a 502 response`, `error 503 from`
    private static boolean isResponse(String text, Cue cue, int end) {
        return !cue.word().isEmpty()
                && ((text.startsWith(" from ", end) && RECEIVED.contains(cue.word()))
                        || text.startsWith(" response", end)
                        || text.startsWith(" status", end)
                        || (text.startsWith(" error", end) && !text.startsWith(" errors", end)));
    }

    private static boolean isCounted(String text, int end) {
        if (Chars.at(text, end) != ' ' || !Chars.isLower(Chars.at(text, end + 1))) {
            return false;
        }
        return !AFTER.contains(text, end + 1, Chars.wordEnd(text, end + 1));
    }
}
