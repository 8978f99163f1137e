package dev.faultline.aggregator;

import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alert.rule.AlertSeverity;
import dev.faultline.event.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/// Alert rules that tell nobody.
public final class Rules {

    private Rules() {}

    /// @param effectiveFrom when it was made, too
    public static AlertRule rule(
            UUID id,
            ProjectId project,
            String condition,
            int version,
            boolean enabled,
            Instant effectiveFrom) {
        return new AlertRule(
                id,
                project,
                "A rule",
                condition,
                null,
                null,
                enabled,
                List.of(),
                AlertSeverity.HIGH,
                null,
                true,
                new TreeMap<>(),
                null,
                effectiveFrom,
                version,
                effectiveFrom,
                effectiveFrom);
    }
}
