package dev.faultline.grouping.message;

/// Web and other addresses with a scheme: `https://host/path?query`, `jdbc:mysql://host/db`,
/// `data:image/png;base64,...`, `arn:aws:s3:::bucket`.
final class Urls {

    private static final int MAX_SCHEME = 40;

    /// Schemes without slashes.
    private static final String[] PREFIXES = {
        "data:image/", "data:text/", "data:application/", "mailto:", "arn:aws", "urn:", "magnet:?"
    };

    private Urls() {}

    static int end(String text, int start) {
        if (Chars.insideToken(text, start)) {
            return Form.NONE;
        }
        int i = start;
        while (i - start < MAX_SCHEME && isScheme(Chars.at(text, i))) {
            i++;
        }
        if (text.startsWith("//", i) && i > start + 1 && text.charAt(i - 1) == ':') {
            return restEnd(text, i + 2);
        }
        for (String prefix : PREFIXES) {
            if (text.startsWith(prefix, start)) {
                return restEnd(text, start + prefix.length());
            }
        }
        return Form.NONE;
    }

    /// Where the rest of an address ends: before a delimiter, and before punctuation that belongs
    /// to the sentence.
    static int restEnd(String text, int start) {
        int i = start;
        while (i < text.length() && !isDelimiter(text.charAt(i))) {
            i++;
        }
        while (i > start && ".,:;!?)]}'*".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private static boolean isScheme(char c) {
        return Chars.isWord(c) || c == '+' || c == '.' || c == '-' || c == ':';
    }

    private static boolean isDelimiter(char c) {
        return Chars.isBlank(c) || (c < 127 && "\"'`<>|\\^{}".indexOf(c) >= 0);
    }
}
