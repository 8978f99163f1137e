package dev.faultline.query.settings;

import dev.faultline.event.ErrorEvent;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.GroupingKey;
import dev.faultline.grouping.rule.GroupingRules;
import java.util.HashSet;
import java.util.Set;

/// How events are grouped under given rules; pure.
@FunctionalInterface
interface EventGrouping {

    Grouped group(ErrorEvent event, GroupingRules rules);

    /// @param rules the ids of those that had a part in it
    record Grouped(Fingerprint fingerprint, Set<String> rules) {

        public Grouped {
            rules = Set.copyOf(rules);
        }

        static Grouped of(GroupingKey key) {
            Set<String> rules = new HashSet<>(key.marks());
            if (key.rule() != null) {
                rules.add(key.rule());
            }
            return new Grouped(key.fingerprint(), rules);
        }
    }
}
