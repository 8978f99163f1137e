package dev.faultline.scrub;

import java.util.LinkedHashMap;
import java.util.Map;

/// Counts what was replaced, by rule.
final class Tally {

    private static final ScrubRule[] RULES = ScrubRule.values();

    private final int[] counts = new int[RULES.length];

    void add(ScrubRule rule) {
        counts[rule.ordinal()]++;
    }

    /// By the rules' names, in their order; those that found nothing are left out.
    Map<String, Integer> byName() {
        Map<String, Integer> byName = new LinkedHashMap<>();
        for (ScrubRule rule : RULES) {
            if (counts[rule.ordinal()] > 0) {
                byName.put(rule.text(), counts[rule.ordinal()]);
            }
        }
        return byName;
    }
}
