package dev.faultline.scrub;

import java.util.Arrays;

/// Finds the telling end of a key, reading it from its end on: nearly every key is done with after
/// a character or two. Letters fold their case; `_`, `-`, `.` and single spaces between words are
/// passed over.
final class KeyTrie {

    /// The characters of the longest key that is looked at.
    static final int LONGEST_KEY = 80;

    private static final int SYMBOLS = 36;

    /// The one of all the words of [KeyWords].
    static final KeyTrie BUILT_IN = new KeyTrie();

    private int[] next = new int[SYMBOLS];
    private KeyKind[] kinds = {KeyKind.NONE};
    private boolean[] anywhere = {false};
    private int nodes = 1;

    private KeyTrie() {
        for (KeyWords.Words list : KeyWords.ALL) {
            for (String word : list.words().strip().split("\\s+", -1)) {
                boolean loose = word.startsWith("*");
                insert(loose ? word.substring(1) : word, list.kind(), loose);
            }
        }
    }

    private void insert(String word, KeyKind kind, boolean loose) {
        int node = 0;
        for (int i = word.length() - 1; i >= 0; i--) {
            int edge = node * SYMBOLS + symbol(word.charAt(i));
            if (next[edge] == 0) {
                int added = addNode();
                next[edge] = added;
            }
            node = next[edge];
        }
        if (kinds[node] == KeyKind.NONE) {
            kinds[node] = kind;
            anywhere[node] = loose;
        }
    }

    private int addNode() {
        if (nodes == kinds.length) {
            kinds = Arrays.copyOf(kinds, nodes * 2);
            anywhere = Arrays.copyOf(anywhere, nodes * 2);
            next = Arrays.copyOf(next, nodes * 2 * SYMBOLS);
        }
        kinds[nodes] = KeyKind.NONE;
        return nodes++;
    }

    private static int symbol(char c) {
        if (Chars.isDigit(c)) {
            return c - '0';
        }
        return Chars.isLetter(c) ? 10 + (Chars.lower(c) - 'a') : -1;
    }

    /// What the key that ends here, read no further back than a position, is.
    KeyKind kind(String text, int from, int end) {
        KeyEnd found = find(text, from, end);
        for (int tails = 0; found.kind() == KeyKind.TAIL && tails < 3; tails++) {
            found = find(text, from, found.start());
        }
        if (found.kind() != KeyKind.NONE) {
            return found.kind() == KeyKind.TAIL ? KeyKind.NONE : found.kind();
        }
        // password2, PASSWORD_01
        int trimmed = found.start();
        while (trimmed > from && Chars.isDigit(text.charAt(trimmed - 1))) {
            trimmed--;
        }
        return trimmed < found.start() && trimmed > from ? kind(text, from, trimmed) : KeyKind.NONE;
    }

    private record KeyEnd(KeyKind kind, int start) {}

    private KeyEnd find(String text, int from, int end) {
        int last = end;
        while (last > from && isJoint(text.charAt(last - 1))) {
            last--;
        }
        KeyKind kind = KeyKind.NONE;
        int start = last;
        int node = 0;
        for (int i = last - 1; i >= from; i--) {
            char c = text.charAt(i);
            int symbol = symbol(c);
            if (symbol < 0) {
                if (isJoint(c) && i > from && symbol(text.charAt(i - 1)) >= 0) {
                    continue;
                }
                break;
            }
            node = next[node * SYMBOLS + symbol];
            if (node == 0) {
                break;
            }
            if (kinds[node] != KeyKind.NONE && (anywhere[node] || startsWord(text, from, i))) {
                kind = kinds[node];
                start = i;
            }
        }
        return new KeyEnd(kind, start);
    }

    private static boolean isJoint(char c) {
        return c == '_' || c == '-' || c == '.' || c == ' ';
    }

    private static boolean startsWord(String text, int from, int i) {
        if (i == from) {
            return true;
        }
        char before = text.charAt(i - 1);
        char c = text.charAt(i);
        if (!Chars.isAlnum(before)) {
            return true;
        }
        // The option of a JVM: -Dsecret=…
        if (before == 'D' && i - from >= 2 && text.charAt(i - 2) == '-') {
            return true;
        }
        boolean capital = Chars.isUpper(c);
        return (capital && !Chars.isUpper(before))
                // The second word of DBPassword.
                || (capital && Chars.isLower(Chars.at(text, i + 1)))
                || (Chars.isDigit(before) && !Chars.isDigit(c));
    }
}
