package dev.faultline.alerting.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The ways to tell somebody.
public enum Channel {
    EMAIL,
    SLACK,
    WEBHOOK,
    SMS;

    public static Optional<Channel> named(String name) {
        return Arrays.stream(values()).filter(channel -> channel.text().equals(name)).findFirst();
    }

    /// As the API names it.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
