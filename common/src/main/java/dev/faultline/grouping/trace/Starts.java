package dev.faultline.grouping.trace;

import java.util.ArrayList;
import java.util.List;

/// Texts that others begin with, found by their first character.
final class Starts {

    private static final String[] NONE = {};
    private static final int LETTERS = 128;

    private final String[][] byFirst = new String[LETTERS][];

    private Starts(List<List<String>> sorted) {
        for (int c = 0; c < LETTERS; c++) {
            byFirst[c] = sorted.get(c).toArray(NONE);
        }
    }

    /// @param texts of which none is empty and each begins with an ASCII character
    static Starts of(String... texts) {
        List<List<String>> sorted = new ArrayList<>(LETTERS);
        for (int c = 0; c < LETTERS; c++) {
            sorted.add(new ArrayList<>());
        }
        for (String text : texts) {
            sorted.get(text.charAt(0)).add(text);
        }
        return new Starts(sorted);
    }

    /// Whether one of these begins at `start`.
    boolean at(String text, int start) {
        return end(text, start) >= 0;
    }

    /// @return where the one of these that begins at `start` ends; -1 if none begins there
    int end(String text, int start) {
        if (start >= text.length() || text.charAt(start) >= LETTERS) {
            return -1;
        }
        for (String candidate : byFirst[text.charAt(start)]) {
            if (text.startsWith(candidate, start)) {
                return start + candidate.length();
            }
        }
        return -1;
    }
}
