package dev.faultline.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How far a connection is encrypted and its server checked: libpq's `sslmode`, which pgjdbc spells
/// alike.
public enum SslMode {
    DISABLE,
    ALLOW,
    PREFER,
    REQUIRE,
    VERIFY_CA,
    VERIFY_FULL;

    static Optional<SslMode> parse(String text) {
        return Arrays.stream(values()).filter(mode -> mode.text().equals(text)).findFirst();
    }

    static String choices() {
        return Arrays.stream(values()).map(SslMode::text).collect(Collectors.joining(", "));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
