package dev.faultline.scrub;

import java.util.Arrays;

/// Finds our own markers in a text: what was scrubbed is not scrubbed again.
final class Markers {

    private static final String[] ALL =
            Arrays.stream(ScrubRule.values())
                    .map(ScrubRule::marker)
                    .distinct()
                    .toArray(String[]::new);

    private static final int LONGEST =
            Arrays.stream(ALL).mapToInt(String::length).max().orElseThrow();

    private Markers() {}

    /// The length of the marker that stands here; 0 if none does.
    static int lengthAt(String text, int at) {
        if (Chars.at(text, at) == '[') {
            for (String marker : ALL) {
                if (text.startsWith(marker, at)) {
                    return marker.length();
                }
            }
        }
        return 0;
    }

    /// Whether this part of the text lies inside one marker.
    static boolean cover(String text, int start, int end) {
        for (int i = start; i >= 0 && i > start - LONGEST; i--) {
            if (text.charAt(i) == '[') {
                return i + lengthAt(text, i) >= end;
            }
        }
        return false;
    }
}
