package dev.faultline.scrub;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the scanners found in one text, in the order of their rank.
///
/// Spans that overlap are replaced as one, by the marker of the longest, of the first if two are as
/// long: no end of a loser stays behind.
final class Spans {

    private final String text;
    private final Set<ScrubRule> rules;
    private int size;
    private int[] ends = {};
    private ScrubRule[] found = {};
    // Start in the upper half, number in the lower: sorted, they are in the order of the text.
    private long[] starts = {};
    private @Nullable BitSet covered;

    Spans(String text, Set<ScrubRule> rules) {
        this.text = text;
        this.rules = rules;
    }

    /// Notes a find, unless its rule is off, it is empty, or it is a marker of ours.
    void add(ScrubRule rule, int start, int end) {
        if (start >= end || !rules.contains(rule) || Markers.cover(text, start, end)) {
            return;
        }
        if (size == ends.length) {
            int room = Math.max(8, size * 2);
            ends = Arrays.copyOf(ends, room);
            found = Arrays.copyOf(found, room);
            starts = Arrays.copyOf(starts, room);
        }
        starts[size] = (long) start << 32 | size;
        ends[size] = end;
        found[size] = rule;
        size++;
        if (covered == null) {
            covered = new BitSet(text.length());
        }
        covered.set(start, end);
    }

    /// Whether something found before lies over this position.
    boolean covers(int position) {
        return covered != null && position >= 0 && covered.get(position);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// The text with a marker in place of each find, and one more in the tally for each.
    String replace(Tally tally) {
        Arrays.sort(starts, 0, size);
        StringBuilder clean = new StringBuilder(text.length());
        int copied = 0;
        for (int i = 0; i < size; ) {
            int start = (int) (starts[i] >>> 32);
            int end = ends[(int) starts[i]];
            int longest = end - start;
            ScrubRule rule = found[(int) starts[i]];
            i++;
            while (i < size && (int) (starts[i] >>> 32) < end) {
                int next = (int) starts[i];
                int length = ends[next] - (int) (starts[i] >>> 32);
                if (length > longest) {
                    longest = length;
                    rule = found[next];
                }
                end = Math.max(end, ends[next]);
                i++;
            }
            clean.append(text, copied, start).append(rule.marker());
            copied = end;
            tally.add(rule);
        }
        return clean.append(text, copied, text.length()).toString();
    }
}
