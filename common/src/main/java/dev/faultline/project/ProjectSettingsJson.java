package dev.faultline.project;

import dev.faultline.event.ProjectId;
import dev.faultline.json.Json;
import dev.faultline.retention.RetentionSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of a record in the topic of projects. The revision is not part of it: it is where the
/// record stands.
final class ProjectSettingsJson {

    private static final int SCHEMA_VERSION = 1;

    private ProjectSettingsJson() {}

    static byte[] write(ProjectId project, ProjectSettings settings) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("schema_version", SCHEMA_VERSION);
        json.put("project", project.value());
        json.putObject("grouping").set("rules", GroupingRulesJson.write(settings.grouping()));
        json.set("scrubbing", ScrubbingJson.write(settings.scrubbing()));
        json.set("retention", RetentionJson.write(settings.retention()));
        return Json.mapper().writeValueAsBytes(json);
    }

    /// @throws IllegalArgumentException if it can't be read as a whole
    static ProjectSettings read(byte[] bytes, long revision) {
        JsonFields json = new JsonFields("", tree(bytes));
        int version = json.number("schema_version", 1, Integer.MAX_VALUE).orElse(1L).intValue();
        if (version != SCHEMA_VERSION) {
            throw new IllegalArgumentException("schema_version %d is unknown".formatted(version));
        }
        return new ProjectSettings(
                GroupingRulesJson.readRecord(json.object("grouping").list("rules")),
                ScrubbingJson.read(json.object("scrubbing")),
                retention(json),
                revision);
    }

    /// Absent in records that were written before retention could be set.
    private static RetentionSettings retention(JsonFields json) {
        return json.has("retention")
                ? RetentionJson.read(json.object("retention"))
                : RetentionSettings.DEFAULT;
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return Json.mapper().readTree(bytes);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("malformed JSON", e);
        }
    }
}
