package dev.faultline.query.monitoring;

import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How far back metrics are asked for.
enum Timeframe {
    HOUR("1h", Duration.ofHours(1)),
    SIX_HOURS("6h", Duration.ofHours(6)),
    DAY("24h", Duration.ofHours(24)),
    WEEK("7d", Duration.ofDays(7)),
    MONTH("30d", Duration.ofDays(30));

    private static final int POINTS = 60;

    private final String text;
    private final Duration length;

    Timeframe(String text, Duration length) {
        this.text = text;
        this.length = length;
    }

    /// @param text as the request has it; null for an hour
    /// @throws ApiException `400` if it is none of them
    static Timeframe parse(@Nullable String text) {
        if (text == null) {
            return HOUR;
        }
        return Arrays.stream(values())
                .filter(timeframe -> timeframe.text.equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new ApiException(
                                ProblemType.INVALID_REQUEST,
                                "timeframe must be one of 1h, 6h, 24h, 7d, 30d"));
    }

    String text() {
        return text;
    }

    Duration length() {
        return length;
    }

    /// Between two points of the history.
    Duration step() {
        return length.dividedBy(POINTS);
    }

    /// The point that a minute belongs to, by its beginning.
    Instant point(Instant minute) {
        long seconds = minute.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, step().toSeconds()));
    }
}
