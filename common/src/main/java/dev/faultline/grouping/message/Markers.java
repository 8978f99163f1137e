package dev.faultline.grouping.message;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client or an earlier step has put where a value was: `[Filtered]`, `<email>`, `***`,
/// `{{host}}`.
final class Markers {

    private static final int LONGEST = 20;

    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("filtered", Template.VALUE),
                    Map.entry("redacted", Template.VALUE),
                    Map.entry("masked", Template.VALUE),
                    Map.entry("removed", Template.VALUE),
                    Map.entry("hidden", Template.VALUE),
                    Map.entry("scrubbed", Template.VALUE),
                    Map.entry("secret", Template.VALUE),
                    Map.entry("password", Template.VALUE),
                    Map.entry("token", Template.VALUE),
                    Map.entry("value", Template.VALUE),
                    Map.entry("v", Template.VALUE),
                    Map.entry("n", Template.NUMBER),
                    Map.entry("num", Template.NUMBER),
                    Map.entry("number", Template.NUMBER),
                    Map.entry("int", Template.NUMBER),
                    Map.entry("float", Template.NUMBER),
                    Map.entry("hex", Template.NUMBER),
                    Map.entry("id", Template.ID),
                    Map.entry("uuid", Template.ID),
                    Map.entry("guid", Template.ID),
                    Map.entry("md5", Template.ID),
                    Map.entry("sha1", Template.ID),
                    Map.entry("sha256", Template.ID),
                    Map.entry("duration", Template.NUMBER),
                    Map.entry("phone", Template.NUMBER),
                    Map.entry("card", Template.NUMBER),
                    Map.entry("creditcard", Template.NUMBER),
                    Map.entry("iban", Template.NUMBER),
                    Map.entry("ssn", Template.NUMBER),
                    Map.entry("email", Template.EMAIL),
                    Map.entry("ip", Template.HOST),
                    Map.entry("host", Template.HOST),
                    Map.entry("hostname", Template.HOST),
                    Map.entry("url", Template.URL),
                    Map.entry("path", Template.PATH),
                    Map.entry("date", Template.DATE),
                    Map.entry("datetime", Template.DATE),
                    Map.entry("timestamp", Template.DATE));

    private Markers() {}

    /// Where the marker that opens with a bracket at `start` ends.
    static int end(String text, int start) {
        char close = text.charAt(start) == '[' ? ']' : '>';
        int end = text.indexOf(close, start + 1, Math.min(text.length(), start + LONGEST));
        return end > 0 && kind(text, start, end + 1) != null ? end + 1 : Form.NONE;
    }

    static @Nullable String kind(String text, int start, int end) {
        return KINDS.get(text.substring(start + 1, end - 1).toLowerCase(Locale.ROOT));
    }
}
