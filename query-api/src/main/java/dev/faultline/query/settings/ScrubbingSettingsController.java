package dev.faultline.query.settings;

import dev.faultline.access.ApiKey;
import dev.faultline.audit.Actor;
import dev.faultline.json.Json;
import dev.faultline.project.JsonFields;
import dev.faultline.project.ProjectSettings;
import dev.faultline.project.ScrubbingJson;
import dev.faultline.project.SettingsBody;
import dev.faultline.scrub.ScrubbingSettings;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `GET` and `PUT /api/settings/scrubbing`.
@RestController
class ScrubbingSettingsController {

    private static final String REVISION = "revision";

    private final SettingsEditor editor;

    ScrubbingSettingsController(SettingsEditor editor) {
        this.editor = editor;
    }

    @GetMapping("/api/settings/scrubbing")
    Envelope<JsonNode> get(ApiKey key) {
        return Envelope.of(write(editor.current(key.project())));
    }

    @PutMapping(path = "/api/settings/scrubbing", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<JsonNode> put(Actor actor, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        Replacement wanted = SettingsBody.checked(() -> read(body));
        return Envelope.of(
                write(
                        editor.change(
                                actor,
                                "scrubbing.replace",
                                wanted.revision(),
                                settings -> settings.with(wanted.scrubbing()))));
    }

    /// What was read can be sent back, changed.
    private static Replacement read(JsonFields body) {
        Optional<Long> revision = body.number(REVISION, 0, Long.MAX_VALUE);
        ObjectNode settings = body.json().deepCopy().asObject();
        settings.remove(REVISION);
        return new Replacement(ScrubbingJson.read(new JsonFields("", settings)), revision);
    }

    private static JsonNode write(ProjectSettings settings) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put(REVISION, settings.revision());
        json.setAll(ScrubbingJson.write(settings.scrubbing()).asObject());
        return json;
    }

    private record Replacement(ScrubbingSettings scrubbing, Optional<Long> revision) {}
}
