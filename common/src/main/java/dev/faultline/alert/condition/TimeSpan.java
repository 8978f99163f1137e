package dev.faultline.alert.condition;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lengths of time as people and clients write them: `5m`, `5 minutes`, `PT5M`. All are whole
/// seconds, and at most 30 days.
public final class TimeSpan {

    private static final Pattern COUNTED =
            Pattern.compile("\\s*+([0-9]{1,7})\\s*+([A-Za-z]+)\\s*+");

    /// What [Duration#parse] reads, without signs and parts of seconds.
    private static final Pattern ISO =
            Pattern.compile(
                    "P(?=[0-9T])([0-9]{1,7}D)?(T(?=[0-9])([0-9]{1,7}H)?([0-9]{1,7}M)?([0-9]{1,7}S)?)?",
                    Pattern.CASE_INSENSITIVE);

    private TimeSpan() {}

    /// Reads one, with nothing else around it; empty if it is none.
    public static Optional<Duration> parse(String text) {
        Matcher counted = COUNTED.matcher(text);
        return counted.matches()
                ? of(Long.parseLong(counted.group(1)), counted.group(2))
                : ofIso(text.strip());
    }

    /// The one spelling of a length: a number and the largest unit that needs no rest.
    public static String text(Duration length) {
        long seconds = length.toSeconds();
        for (Unit unit : Unit.values()) {
            if (seconds % unit.seconds == 0 && (seconds > 0 || unit == Unit.SECOND)) {
                return seconds / unit.seconds + unit.letter;
            }
        }
        throw new IllegalStateException("Every length is some seconds: " + length);
    }

    static Optional<Duration> of(long count, String unit) {
        return unit(unit)
                .filter(u -> count <= ConditionLimits.MAX_WINDOW.toSeconds() / u.seconds)
                .map(u -> Duration.ofSeconds(count * u.seconds));
    }

    static Optional<Duration> ofIso(String text) {
        if (!ISO.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text))
                    .filter(length -> length.compareTo(ConditionLimits.MAX_WINDOW) <= 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Unit> unit(String word) {
        return Optional.ofNullable(
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "s", "sec", "second", "seconds" -> Unit.SECOND;
                    case "m", "min", "minute", "minutes" -> Unit.MINUTE;
                    case "h", "hour", "hours" -> Unit.HOUR;
                    case "d", "day", "days" -> Unit.DAY;
                    default -> null;
                });
    }

    /// From the largest.
    enum Unit {
        DAY("d", 86_400),
        HOUR("h", 3_600),
        MINUTE("m", 60),
        SECOND("s", 1);

        private final String letter;
        private final long seconds;

        Unit(String letter, long seconds) {
            this.letter = letter;
            this.seconds = seconds;
        }
    }
}
