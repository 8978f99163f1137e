package dev.faultline.scrub;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts what was replaced, by rule.
final class Tally {

    private final Map<ScrubRule, Integer> counts = new EnumMap<>(ScrubRule.class);

    void add(ScrubRule rule) {
        counts.merge(rule, 1, Integer::sum);
    }

    /// By the rules' names, in their order; those that found nothing are left out.
    Map<String, Integer> byName() {
        Map<String, Integer> byName = new LinkedHashMap<>();
        counts.forEach((rule, count) -> byName.put(rule.text(), count));
        return byName;
    }
}
