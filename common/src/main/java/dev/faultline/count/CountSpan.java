package dev.faultline.count;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How long the time of a cell is. Every cell begins at a multiple of it since 1970, in UTC.
///
/// Each event is counted in one cell of each span, so that a chart of any length reads few of them.
public enum CountSpan {
    /// For the last 24 hours. An event that comes more than [#kept] late has no such cell.
    MINUTE(Duration.ofMinutes(1), Duration.ofHours(26), 0),
    /// Every time zone's hours and days are made of these.
    QUARTER_HOUR(Duration.ofMinutes(15), Duration.ofDays(40), 1),
    /// Most time zones' hours and days are made of these.
    HOUR(Duration.ofHours(1), Duration.ofDays(40), 2),
    /// Days in UTC.
    DAY(Duration.ofDays(1), Duration.ofDays(40), 3);

    private final Duration length;
    private final Duration kept;
    private final byte code;

    CountSpan(Duration length, Duration kept, int code) {
        this.length = length;
        this.kept = kept;
        this.code = (byte) code;
    }

    public Duration length() {
        return length;
    }

    /// How long after its end a cell can still change, by the broker's clock. Events may claim to
    /// be 30 days old and wait in the raw topic for 7 more, so the longer spans cover every event
    /// that there can be.
    public Duration kept() {
        return kept;
    }

    /// The number that stands for it in binary records; it never changes.
    public byte code() {
        return code;
    }

    /// The inverse of [#code()].
    ///
    /// @throws IllegalArgumentException if no span has this code
    public static CountSpan ofCode(byte code) {
        for (CountSpan span : values()) {
            if (span.code == code) {
                return span;
            }
        }
        throw new IllegalArgumentException("No span of counts has code " + code);
    }

    /// The beginning of the cell that a moment is in.
    public Instant startOf(Instant moment) {
        long millis = length.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), millis) * millis);
    }

    /// The beginning of the first cell that can still change.
    ///
    /// @param now the latest time at which the broker received something
    public Instant firstOpen(Instant now) {
        return startOf(now.minus(kept));
    }

    /// In records and rows.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
