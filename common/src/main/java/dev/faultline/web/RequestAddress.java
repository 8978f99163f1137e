package dev.faultline.web;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is wrong with the address of a request.
final class RequestAddress {

    static final int MAX_LENGTH = 8 * 1024;
    static final int MAX_PARAMETERS = 100;

    private RequestAddress() {}

    /// @param path as it was sent, not decoded
    /// @param query the same; null if there is none
    /// @return a sentence for the caller; empty if nothing is wrong
    static Optional<String> fault(String path, @Nullable String query) {
        if (path.length() + (query == null ? 0 : query.length()) > MAX_LENGTH) {
            return Optional.of("The URL is too long: at most %d characters".formatted(MAX_LENGTH));
        }
        if (hasControl(path)) {
            return Optional.of("The path must not hold control characters");
        }
        return query == null ? Optional.empty() : queryFault(query);
    }

    private static Optional<String> queryFault(String query) {
        if (query.chars().filter(c -> c == '&').count() >= MAX_PARAMETERS) {
            return Optional.of("Too many parameters: at most %d".formatted(MAX_PARAMETERS));
        }
        if (!isWellEncoded(query)) {
            return Optional.of("The parameters are not percent-encoded correctly");
        }
        return hasControl(query)
                ? Optional.of("A parameter must not hold control characters")
                : Optional.empty();
    }

    private static boolean isWellEncoded(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (!isEscape(text, i)) {
                return false;
            }
        }
        return true;
    }

    /// Tabs and line breaks are none here: the text that a caller looks for may have them.
    private static boolean hasControl(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (isEscape(text, i)) {
                int decoded = HexFormat.fromHexDigits(text, i + 1, i + 3);
                boolean white = decoded == '\t' || decoded == '\n' || decoded == '\r';
                if ((decoded < ' ' && !white) || decoded == 0x7f) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }
}
