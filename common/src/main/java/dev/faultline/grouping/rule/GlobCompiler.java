package dev.faultline.grouping.rule;

import dev.faultline.grouping.rule.Glob.Style;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/// Turns a pattern into a [GlobProgram].
///
/// State *n* of the program means that *n* steps of the pattern are matched. A character or `?` is
/// a step; a star lets the state where it stands stay.
final class GlobCompiler {

    private static final String ANY_FOLDERS = "**/";

    private final Style style;
    private final boolean path;
    private final Map<Character, BitSet> steps = new TreeMap<>();
    private final BitSet anySteps = new BitSet();
    private final BitSet stays = new BitSet();
    private final BitSet staysInFolder = new BitSet();
    private final BitSet skips = new BitSet();
    private int state;

    private GlobCompiler(Style style) {
        this.style = style;
        this.path = style == Style.PATH;
    }

    static GlobProgram compile(String pattern, Style style) {
        GlobCompiler compiler = new GlobCompiler(style);
        if (style == Style.PATH) {
            compiler.compilePath(pattern.replace('\\', '/'));
        } else {
            compiler.compile(pattern, 0);
        }
        return compiler.program();
    }

    private void compilePath(String pattern) {
        int from = 0;
        if (!pattern.startsWith("/")) {
            anyFolders();
            from = afterAnyFolders(pattern, 0);
        }
        compile(pattern, from);
    }

    private void compile(String pattern, int from) {
        int i = from;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '*') {
                i = star(pattern, i);
            } else {
                if (c == '?') {
                    anySteps.set(state);
                } else {
                    step(style.normal(c));
                }
                state++;
                i++;
            }
        }
    }

    /// @return where the pattern goes on
    private int star(String pattern, int from) {
        if (path && beginsFolder(pattern, from) && pattern.startsWith(ANY_FOLDERS, from)) {
            anyFolders();
            return afterAnyFolders(pattern, from);
        }
        int end = from;
        while (end < pattern.length() && pattern.charAt(end) == '*') {
            end++;
        }
        (path && end - from == 1 ? staysInFolder : stays).set(state);
        return end;
    }

    /// From one state to the third, either at once or by whatever ends in a slash. No character
    /// leaves the first: who stays does so in the second.
    private void anyFolders() {
        skips.set(state++);
        stays.set(state);
        step('/');
        state++;
    }

    private static int afterAnyFolders(String pattern, int from) {
        int end = from;
        while (pattern.startsWith(ANY_FOLDERS, end)) {
            end += ANY_FOLDERS.length();
        }
        return end;
    }

    private static boolean beginsFolder(String pattern, int at) {
        return at == 0 || pattern.charAt(at - 1) == '/';
    }

    private void step(char c) {
        steps.computeIfAbsent(c, _ -> new BitSet()).set(state);
    }

    private GlobProgram program() {
        if (path) {
            // A character of its own, also where the pattern has none: it ends what stays.
            steps.computeIfAbsent('/', _ -> new BitSet());
        }
        int words = state / Long.SIZE + 1;
        char[] chars = new char[steps.size()];
        long[][] advances = new long[chars.length + 1][];
        long[][] staying = new long[chars.length + 1][];
        advances[GlobAlphabet.OTHER] = words(anySteps, words);
        staying[GlobAlphabet.OTHER] = words(union(stays, staysInFolder), words);
        int i = 0;
        for (Map.Entry<Character, BitSet> step : steps.entrySet()) {
            boolean endsFolder = path && step.getKey() == '/';
            chars[i++] = step.getKey();
            advances[i] =
                    words(endsFolder ? step.getValue() : union(step.getValue(), anySteps), words);
            staying[i] = endsFolder ? words(stays, words) : staying[GlobAlphabet.OTHER];
        }
        GlobAlphabet alphabet = new GlobAlphabet(style, chars);
        return words == 1
                ? new ShortGlobProgram(
                        alphabet,
                        firstWords(advances),
                        firstWords(staying),
                        words(skips, words)[0],
                        state,
                        stays.get(state))
                : new LongGlobProgram(
                        alphabet, advances, staying, words(skips, words), state, stays.get(state));
    }

    private static BitSet union(BitSet one, BitSet other) {
        BitSet union = (BitSet) one.clone();
        union.or(other);
        return union;
    }

    private static long[] words(BitSet bits, int words) {
        return Arrays.copyOf(bits.toLongArray(), words);
    }

    private static long[] firstWords(long[][] rows) {
        return Arrays.stream(rows).mapToLong(row -> row[0]).toArray();
    }
}
