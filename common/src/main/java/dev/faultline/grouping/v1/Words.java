package dev.faultline.grouping.v1;

import java.util.regex.Pattern;

/// Words of a message: letters and digits, and what joins them to one id, address or name.
final class Words {

    private static final String VALUE = "<n>";

    /// No host name is longer.
    private static final int MAX_ADDRESS = 260;

    /// A host name by its ending; names that begin with one are packages: `com.shop.app`.
    private static final Pattern HOST =
            Pattern.compile(
                    "(?!(?:com|org|net|io|edu|java|javax)\\.)[\\p{L}\\d-]++"
                            + "(?:\\.[\\p{L}\\d-]++)*?\\.(?:com|org|net|edu|gov|mil|int|info|biz|io|dev"
                            + "|cloud|local|internal|lan|test|example|invalid|eu|de|uk|fr|nl|ru|cn|jp"
                            + "|br|au|ca|ch|us|(?:com|co|edu|ac|org|net|gov)\\.\\p{L}{2})(?::\\d++)?+");

    /// UUIDs, IP and MAC addresses, dates and times.
    private static final Pattern ADDRESS = Pattern.compile("(?=\\D*+\\d)[\\p{XDigit}.:xX-]++");

    /// Numbers of one date, time, address or version.
    private static final Pattern JOINED = Pattern.compile("<n>(?:[.:-]?+<n>)++");

    private static final Pattern ENUMERATED = Pattern.compile("(\\p{L}++)\\d++");
    private static final Pattern HEX_ID = Pattern.compile("(?=.*\\d)\\p{XDigit}{7,}+");

    private Words() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    static boolean isPathPart(char c) {
        return isWord(c) || c == '.' || c == '-';
    }

    /// Whether this is the sign of a number, not a hyphen or an operator.
    static boolean isSign(CharSequence text, int i) {
        char c = text.charAt(i);
        return (c == '-' || c == '+')
                && i + 1 < text.length()
                && isDigit(text.charAt(i + 1))
                && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
    }

    /// A word goes on over `-`, `.`, `:` and `@` between two of its characters, so that UUIDs, IP
    /// addresses, times and e-mail addresses are one.
    static int end(String text, int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean joins =
                    (c == '-' || c == '.' || c == ':' || c == '@')
                            && i + 1 < text.length()
                            && isWord(text.charAt(i + 1));
            if (!isWord(c) && !joins) {
                break;
            }
            i++;
        }
        return i;
    }

    static String template(String word) {
        if (word.indexOf('@') >= 0) {
            return "<email>";
        }
        if (word.length() <= MAX_ADDRESS
                && (ADDRESS.matcher(word).matches()
                        || (word.indexOf('.') > 0 && HOST.matcher(word).matches()))) {
            return VALUE;
        }
        StringBuilder template = new StringBuilder(word.length());
        int i = 0;
        while (i < word.length()) {
            int end = i;
            while (end < word.length() && Character.isLetterOrDigit(word.charAt(end))) {
                end++;
            }
            appendPart(template, word.substring(i, end));
            if (end < word.length() && !isSign(word, end)) {
                template.append(word.charAt(end));
            }
            i = end + 1;
        }
        return JOINED.matcher(template).replaceAll(VALUE);
    }

    /// `worker7` is a name with a number; what else mixes letters and digits is an id, or a number
    /// with its unit.
    private static void appendPart(StringBuilder template, String part) {
        boolean digits = part.chars().anyMatch(c -> isDigit((char) c));
        if (!digits) {
            template.append(part);
        } else if (ENUMERATED.matcher(part).matches() && !HEX_ID.matcher(part).matches()) {
            template.append(ENUMERATED.matcher(part).replaceFirst("$1<n>"));
        } else {
            template.append(VALUE);
        }
    }
}
