package dev.faultline.query.settings;

import dev.faultline.event.ErrorEvent;
import dev.faultline.grouping.Fingerprint;
import dev.faultline.grouping.rule.GroupingRules;
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
    }
}
