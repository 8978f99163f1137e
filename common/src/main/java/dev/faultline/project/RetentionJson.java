package dev.faultline.project;

import dev.faultline.json.Json;
import dev.faultline.retention.RetentionSettings;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of [RetentionSettings], in the topic of projects and in the REST API. What it does not
/// name stays as it is by default.
public final class RetentionJson {

    private static final String OCCURRENCES = "occurrence_days";
    private static final String GROUPS = "group_days";
    private static final Set<String> FIELDS = Set.of(OCCURRENCES, GROUPS);

    private RetentionJson() {}

    public static ObjectNode write(RetentionSettings settings) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put(OCCURRENCES, settings.occurrenceDays());
        json.put(GROUPS, settings.groupDays());
        return json;
    }

    /// @throws IllegalArgumentException if it can't be read as a whole; a sentence that says where
    public static RetentionSettings read(JsonFields json) {
        json.only(FIELDS);
        int occurrences =
                days(
                        json,
                        OCCURRENCES,
                        RetentionSettings.MAX_OCCURRENCE_DAYS,
                        RetentionSettings.DEFAULT.occurrenceDays());
        int groups =
                days(
                        json,
                        GROUPS,
                        RetentionSettings.MAX_GROUP_DAYS,
                        RetentionSettings.DEFAULT.groupDays());
        return json.make(() -> new RetentionSettings(occurrences, groups));
    }

    private static int days(JsonFields json, String name, int max, int absent) {
        return json.number(name, 1, max).map(Long::intValue).orElse(absent);
    }
}
