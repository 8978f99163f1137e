package dev.faultline.grouping.message;

import java.util.Arrays;

/// A set of words that parts of a text are looked up in without copying them.
final class Terms {

    private static final int LONGEST = 63;

    private final boolean ignoringCase;

    /// Open addressing, at most half full.
    private final String[] table;

    /// A bit for each length that a word has.
    private final long lengths;

    private Terms(boolean ignoringCase, String... lines) {
        this.ignoringCase = ignoringCase;
        String[] words =
                Arrays.stream(lines)
                        .flatMap(line -> Arrays.stream(line.split(" ")))
                        .distinct()
                        .toArray(String[]::new);
        table = new String[Integer.highestOneBit(words.length) * 4];
        long bits = 0;
        for (String word : words) {
            bits |= 1L << word.length();
            int slot = slot(word, 0, word.length());
            while (table[slot] != null) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = word;
        }
        lengths = bits;
    }

    /// @param lines words as they are written, separated by blanks
    static Terms of(String... lines) {
        return new Terms(false, lines);
    }

    /// @param lines words in lower case, separated by blanks
    static Terms ignoringCase(String... lines) {
        return new Terms(true, lines);
    }

    boolean contains(String word) {
        return contains(word, 0, word.length());
    }

    boolean contains(String text, int start, int end) {
        int length = end - start;
        if (length <= 0 || length > LONGEST || (lengths & 1L << length) == 0) {
            return false;
        }
        int slot = slot(text, start, end);
        while (table[slot] != null) {
            String word = table[slot];
            if (word.length() == length
                    && word.regionMatches(ignoringCase, 0, text, start, length)) {
                return true;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return false;
    }

    /// Whether the word or identifier that ends at `end` is one of these.
    boolean containsBefore(String text, int end) {
        return end > 0 && contains(text, Chars.nameStart(text, end, LONGEST + 1), end);
    }

    private int slot(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (ignoringCase) {
                c = c < 128 ? (char) (c >= 'A' && c <= 'Z' ? c + 32 : c) : Character.toLowerCase(c);
            }
            hash = 31 * hash + c;
        }
        return (hash ^ hash >>> 15) & (table.length - 1);
    }
}
