package dev.faultline.grouping.trace.crash;

/// What loggers put before the lines of a report: times, processes, tags.
final class LinePrefix {

    private LinePrefix() {}

    /// @return what was printed, without blanks around it
    static String strip(String line) {
        String text = line.strip();
        if (text.startsWith("==")) {
            return withoutProcess(text);
        }
        int kernel = text.indexOf(" kernel: ");
        if (kernel >= 0) {
            text = text.substring(kernel + 9).strip();
        }
        if (text.startsWith("[")) {
            return withoutTime(text);
        }
        int debug = text.indexOf("DEBUG ");
        if (debug < 0) {
            debug = text.indexOf("crash_dump");
        }
        int colon = debug < 0 || debug > 60 ? -1 : text.indexOf(": ", debug);
        return colon < 0 ? text : text.substring(colon + 2).strip();
    }

    /// `==123==`, `==123:456==`; a line of `=` stays.
    private static String withoutProcess(String text) {
        int end = 2;
        while (end < text.length() && (Scan.isDigit(text.charAt(end)) || text.charAt(end) == ':')) {
            end++;
        }
        return end > 2 && text.startsWith("==", end) ? text.substring(end + 2).strip() : text;
    }

    /// `[ 12.345678]`, `[ 12.345678][ T123]`
    private static String withoutTime(String text) {
        String rest = text;
        while (rest.startsWith("[")) {
            int at = Scan.blanks(rest, 1);
            at = rest.startsWith("T", at) || rest.startsWith("C", at) ? at + 1 : at;
            int end = Scan.digits(rest, at);
            end = end > at && rest.startsWith(".", end) ? Scan.digits(rest, end + 1) : end;
            if (end == at || !rest.startsWith("]", end)) {
                return rest;
            }
            rest = rest.substring(end + 1).strip();
        }
        return rest;
    }
}
