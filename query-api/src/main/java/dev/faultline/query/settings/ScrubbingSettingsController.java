package dev.faultline.query.settings;

import dev.faultline.access.ApiKey;
import dev.faultline.audit.Actor;
import dev.faultline.project.JsonFields;
import dev.faultline.project.ProjectSettings;
import dev.faultline.project.ScrubbingJson;
import dev.faultline.project.SettingsBody;
import dev.faultline.scrub.ScrubbingSettings;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// `GET` and `PUT /api/settings/scrubbing`.
@RestController
class ScrubbingSettingsController {

    private final SettingsEditor editor;

    ScrubbingSettingsController(SettingsEditor editor) {
        this.editor = editor;
    }

    @GetMapping("/api/settings/scrubbing")
    Envelope<JsonNode> get(ApiKey key) {
        return Envelope.of(json(editor.current(key.project())));
    }

    @PutMapping(path = "/api/settings/scrubbing", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<JsonNode> put(Actor actor, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        Replacement<ScrubbingSettings> wanted =
                SettingsBody.checked(() -> Replacement.read(body, ScrubbingJson::read));
        return Envelope.of(
                json(
                        editor.change(
                                actor,
                                "scrubbing.replace",
                                wanted.revision(),
                                settings -> settings.with(wanted.settings()))));
    }

    private static JsonNode json(ProjectSettings settings) {
        return Replacement.json(settings.revision(), ScrubbingJson.write(settings.scrubbing()));
    }
}
