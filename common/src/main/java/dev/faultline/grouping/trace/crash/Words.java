package dev.faultline.grouping.trace.crash;

import java.util.Arrays;
import java.util.Set;

/// Tables of words, written as text: words by blanks, and comments behind `#`.
final class Words {

    private Words() {}

    static Set<String> set(String text) {
        return Set.of(list(text));
    }

    static String[] list(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
