package dev.faultline.alert.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How bad an alert or an incident is, from the least.
public enum AlertSeverity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    public static Optional<AlertSeverity> named(String name) {
        return Arrays.stream(values()).filter(each -> each.text().equals(name)).findFirst();
    }

    @JsonCreator
    static AlertSeverity of(String name) {
        return named(name)
                .orElseThrow(() -> new IllegalArgumentException("No severity is " + name));
    }

    /// As the API and topics name it.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
