package dev.faultline.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The four levels of the API.
public enum Level {
    ERROR,
    WARNING,
    INFO,
    DEBUG;

    public static Optional<Level> parse(String text) {
        return Arrays.stream(values()).filter(l -> l.text().equals(text)).findFirst();
    }

    /// The lower-case name of the API.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
