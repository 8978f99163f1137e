package dev.faultline.alert.series;

import dev.faultline.alert.evaluation.Facets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How many events of one kind there are in each step of a test.
///
/// @param group id of the group; null if the test does not tell groups apart
/// @param counts by step, from the first
public record CountSeries(Facets facets, @Nullable String group, List<Long> counts) {

    /// Steps of the longest series.
    public static final int MAX_STEPS = 100_000;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /// `60`, `0x10`, `5+2x10`, `5-1x4`, `_` or `_x10`.
    private static final Pattern PART =
            Pattern.compile("(?:(\\d{1,9})(?:([+-])(\\d{1,9})(?=x))?|_)(?:x(\\d{1,6}))?");

    public CountSeries {
        counts = List.copyOf(counts);
    }

    /// Reads a series, such as `0x10 60 0x300`: ten steps with no events, one with 60, 300 with
    /// none. `VxN` is V in N steps, `V+DxN` and `V-DxN` begin with V and change by D from step to
    /// step, and `_` is 0.
    ///
    /// @throws IllegalArgumentException if it can't be read or is too long; a sentence
    public static CountSeries parse(Facets facets, @Nullable String group, String written) {
        long[] counts = new long[0];
        for (String part : SPACES.splitAsStream(written.strip()).toList()) {
            long[] more = counts(part);
            if (counts.length + more.length > MAX_STEPS) {
                throw new IllegalArgumentException(
                        "a series must have at most %d steps, but %s goes beyond"
                                .formatted(MAX_STEPS, part));
            }
            int from = counts.length;
            counts = Arrays.copyOf(counts, from + more.length);
            System.arraycopy(more, 0, counts, from, more.length);
        }
        return new CountSeries(facets, group, Arrays.stream(counts).boxed().toList());
    }

    private static long[] counts(String part) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a series has parts such as 60, 0x10, 5+2x10 or _, but not " + part);
        }
        long first = matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1));
        long change = matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3));
        long step = "-".equals(matcher.group(2)) ? -change : change;
        int times = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
        long[] counts = new long[Math.min(times, MAX_STEPS + 1)];
        Arrays.setAll(counts, i -> Math.max(0, first + i * step));
        return counts;
    }
}
