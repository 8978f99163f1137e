package dev.faultline.alert.rule;

import dev.faultline.json.Json;
import tools.jackson.core.JacksonException;

/// The JSON of a record in the topic of rules.
public final class AlertRuleJson {

    private AlertRuleJson() {}

    public static byte[] write(AlertRule rule) {
        return Json.mapper().writeValueAsBytes(rule);
    }

    /// @throws IllegalArgumentException if it can't be read as a whole
    public static AlertRule read(byte[] bytes) {
        AlertRule rule;
        try {
            rule = Json.mapper().readValue(bytes, AlertRule.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no alert rule", e);
        }
        if (rule == null) { // The JSON null.
            throw new IllegalArgumentException("no alert rule");
        }
        return rule;
    }
}
