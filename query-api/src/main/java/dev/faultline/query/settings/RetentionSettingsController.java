package dev.faultline.query.settings;

import dev.faultline.access.ApiKey;
import dev.faultline.audit.Actor;
import dev.faultline.project.JsonFields;
import dev.faultline.project.ProjectSettings;
import dev.faultline.project.RetentionJson;
import dev.faultline.project.SettingsBody;
import dev.faultline.retention.RetentionSettings;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// `GET` and `PUT /api/settings/retention`.
@RestController
class RetentionSettingsController {

    private final SettingsEditor editor;

    RetentionSettingsController(SettingsEditor editor) {
        this.editor = editor;
    }

    @GetMapping("/api/settings/retention")
    Envelope<JsonNode> get(ApiKey key) {
        return Envelope.of(json(editor.current(key.project())));
    }

    @PutMapping(path = "/api/settings/retention", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<JsonNode> put(Actor actor, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        Replacement<RetentionSettings> wanted =
                SettingsBody.checked(() -> Replacement.read(body, RetentionJson::read));
        return Envelope.of(
                json(
                        editor.change(
                                actor,
                                "retention.replace",
                                wanted.revision(),
                                settings -> settings.with(wanted.settings()))));
    }

    private static JsonNode json(ProjectSettings settings) {
        return Replacement.json(settings.revision(), RetentionJson.write(settings.retention()));
    }
}
