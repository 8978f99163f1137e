package dev.faultline.alert.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words of the language: those that are understood, and those that will be.
final class Vocabulary {

    private static final List<String> METRICS_TO_COME =
            List.of("affected_users", "affected_sessions", "active_groups");
    private static final List<String> HAPPENINGS_TO_COME = List.of("ignored_again");
    private static final List<String> FIELDS_TO_COME = List.of("release", "url", "message");
    private static final List<String> DIMENSIONS_TO_COME = List.of("release");
    private static final List<String> PATHS_TO_COME = List.of("tag.", "context.");

    private Vocabulary() {}

    static Optional<Metric> metric(String word) {
        return find(Metric.values(), Metric::word, word);
    }

    static Optional<Happening> happening(String word) {
        return find(Happening.values(), Happening::word, word);
    }

    static Optional<Field> field(String word) {
        return word.equalsIgnoreCase("fingerprint")
                ? Optional.of(Field.GROUP)
                : find(Field.values(), Field::word, word);
    }

    static Optional<Dimension> dimension(String word) {
        return find(Dimension.values(), Dimension::word, word);
    }

    static boolean isMetricToCome(String word) {
        return METRICS_TO_COME.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isHappeningToCome(String word) {
        return HAPPENINGS_TO_COME.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isFieldToCome(String word) {
        return FIELDS_TO_COME.contains(word.toLowerCase(Locale.ROOT)) || isPathToCome(word);
    }

    static boolean isDimensionToCome(String word) {
        return DIMENSIONS_TO_COME.contains(word.toLowerCase(Locale.ROOT)) || isPathToCome(word);
    }

    private static boolean isPathToCome(String word) {
        return PATHS_TO_COME.stream()
                .anyMatch(path -> word.regionMatches(true, 0, path, 0, path.length()));
    }

    static String metrics() {
        return list(Metric.values(), Metric::word);
    }

    static String happenings() {
        return list(Happening.values(), Happening::word);
    }

    static String fields() {
        return list(Field.values(), Field::word);
    }

    static String dimensions() {
        return list(Dimension.values(), Dimension::word);
    }

    private static <T> Optional<T> find(T[] values, Function<T, String> word, String wanted) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equalsIgnoreCase(wanted))
                .findFirst();
    }

    private static <T> String list(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.joining(", "));
    }
}
