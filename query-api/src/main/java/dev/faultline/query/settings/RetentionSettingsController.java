package dev.faultline.query.settings;

import dev.faultline.access.ApiKey;
import dev.faultline.audit.Actor;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import dev.faultline.project.ProjectSettings;
import dev.faultline.project.RetentionJson;
import dev.faultline.project.SettingsBody;
import dev.faultline.retention.RetentionSettings;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `GET` and `PUT /api/settings/retention`.
@RestController
class RetentionSettingsController {

    private static final String REVISION = "revision";

    private final SettingsEditor editor;

    RetentionSettingsController(SettingsEditor editor) {
        this.editor = editor;
    }

    @GetMapping("/api/settings/retention")
    Envelope<JsonNode> get(ApiKey key) {
        return Envelope.of(write(editor.current(key.project())));
    }

    @PutMapping(path = "/api/settings/retention", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<JsonNode> put(Actor actor, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        Replacement wanted = SettingsBody.checked(() -> read(body));
        return Envelope.of(
                write(
                        editor.change(
                                actor,
                                "retention.replace",
                                wanted.revision(),
                                settings -> settings.with(wanted.retention()))));
    }

    /// What was read can be sent back, changed.
    private static Replacement read(JsonFields body) {
        Optional<Long> revision = body.number(REVISION, 0, Long.MAX_VALUE);
        ObjectNode settings = body.json().deepCopy().asObject();
        settings.remove(REVISION);
        return new Replacement(RetentionJson.read(new JsonFields("", settings)), revision);
    }

    private static JsonNode write(ProjectSettings settings) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put(REVISION, settings.revision());
        json.setAll(RetentionJson.write(settings.retention()));
        return json;
    }

    private record Replacement(RetentionSettings retention, Optional<Long> revision) {}
}
