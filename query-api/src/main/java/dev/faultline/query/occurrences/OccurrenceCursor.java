package dev.faultline.query.occurrences;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.faultline.group.RawPosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a page of occurrences ended: they are listed by append time, and by position where that is
/// equal. Opaque to callers.
record OccurrenceCursor(Instant appended, RawPosition position) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\.(\\d{1,9})\\.(\\d{1,18})");
    private static final int MAX_LENGTH = 80;

    String text() {
        String plain =
                "%d.%d.%d".formatted(appended.toEpochMilli(), position.lane(), position.offset());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /// Empty if it is none of ours.
    static Optional<OccurrenceCursor> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Matcher parts = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
            return parts.matches() ? Optional.of(of(parts)) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static OccurrenceCursor of(Matcher parts) {
        return new OccurrenceCursor(
                Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                new RawPosition(Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))));
    }
}
