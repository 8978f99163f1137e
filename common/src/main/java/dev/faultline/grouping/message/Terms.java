package dev.faultline.grouping.message;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Sets of words for tables.
final class Terms {

    private Terms() {}

    /// @param lines words separated by blanks
    static Set<String> of(String... lines) {
        return Arrays.stream(lines)
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
