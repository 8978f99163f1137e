package dev.faultline.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How bad an event is. The API's `level` has four values; `fatal`, which SDKs send, is a level
/// `error` of severity `fatal`.
public enum Severity {
    FATAL(Level.ERROR, 0),
    ERROR(Level.ERROR, 1),
    WARNING(Level.WARNING, 2),
    INFO(Level.INFO, 3),
    DEBUG(Level.DEBUG, 4);

    private final Level level;
    private final byte code;

    Severity(Level level, int code) {
        this.level = level;
        this.code = (byte) code;
    }

    /// Reads what a client sent as `level`: one of the four levels, `fatal`, or its synonym
    /// `critical`.
    public static Optional<Severity> parse(String text) {
        if (text.equals("critical")) {
            return Optional.of(FATAL);
        }
        return Arrays.stream(values()).filter(s -> s.text().equals(text)).findFirst();
    }

    /// The inverse of [#code()].
    ///
    /// @throws IllegalArgumentException if no severity has this code
    public static Severity ofCode(byte code) {
        for (Severity severity : values()) {
            if (severity.code == code) {
                return severity;
            }
        }
        throw new IllegalArgumentException("No severity has code " + code);
    }

    public Level level() {
        return level;
    }

    /// The number that stands for it in binary records; it never changes.
    public byte code() {
        return code;
    }

    /// The lower-case name of the API.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
