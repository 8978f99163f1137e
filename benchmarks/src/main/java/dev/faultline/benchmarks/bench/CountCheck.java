package dev.faultline.benchmarks.bench;

import dev.faultline.benchmarks.api.ListedGroup;
import dev.faultline.benchmarks.bench.GroundTruth.Expected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Compares the list with what was acknowledged, group by group. Grouping may split one of our
 * groups: their counts are added up, and the number of listed groups tells.
 *
 * @param exact whether every group counts what it must, and nothing else is listed
 * @param counted sum over the list
 * @param groupsExpected how many groups occurred
 * @param groupsListed how many groups the list has
 * @param differences the first few that differ, as sentences
 */
record CountCheck(
        boolean exact,
        long counted,
        int groupsExpected,
        int groupsListed,
        List<String> differences) {

    private static final int SHOWN = 20;
    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");

    static CountCheck of(Map<String, Expected> expected, Collection<ListedGroup> listed) {
        var counts = new HashMap<String, Long>();
        var differences = new ArrayList<String>();
        for (ListedGroup group : listed) {
            String word = word(expected, group.message());
            if (word.isEmpty()) {
                differences.add("unknown group: " + group);
            }
            counts.merge(word, group.count(), Long::sum);
        }
        expected.forEach((word, range) -> {
            long count = counts.getOrDefault(word, 0L);
            if (count < range.least() || count > range.most()) {
                differences.add(difference(word, range, count));
            }
        });
        return new CountCheck(
                differences.isEmpty(),
                listed.stream().mapToLong(ListedGroup::count).sum(),
                expected.size(),
                listed.size(),
                differences.stream().limit(SHOWN).toList());
    }

    private static String word(Map<String, Expected> expected, String message) {
        return NOT_LETTERS
                .splitAsStream(message)
                .filter(expected::containsKey)
                .findFirst()
                .orElse("");
    }

    private static String difference(String word, Expected range, long count) {
        String must =
                range.least() == range.most()
                        ? "%,d".formatted(range.least())
                        : "%,d to %,d".formatted(range.least(), range.most());
        return "%s: counts %,d instead of %s".formatted(word, count, must);
    }
}
