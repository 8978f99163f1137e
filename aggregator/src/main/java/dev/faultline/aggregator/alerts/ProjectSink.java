package dev.faultline.aggregator.alerts;

import dev.faultline.alert.evaluation.StateSink;
import dev.faultline.alert.rule.AlertRule;
import java.util.UUID;

/// Where the state of a project's evaluator goes, and with it the rules that its transitions will
/// carry.
interface ProjectSink extends StateSink {

    void putRule(AlertRule rule);

    void removeRule(UUID rule);
}
