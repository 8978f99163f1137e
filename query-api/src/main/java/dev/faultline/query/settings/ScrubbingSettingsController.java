package dev.faultline.query.settings;

import dev.faultline.access.ApiKey;
import dev.faultline.project.JsonFields;
import dev.faultline.project.ProjectSettings;
import dev.faultline.project.ScrubbingDocument;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// `GET` and `PUT /api/settings/scrubbing`.
@RestController
class ScrubbingSettingsController {

    private static final Set<String> FIELDS = Set.of("scrubbing", "revision");

    private final SettingsEditor editor;

    ScrubbingSettingsController(SettingsEditor editor) {
        this.editor = editor;
    }

    @GetMapping("/api/settings/scrubbing")
    Envelope<Scrubbing> get(ApiKey key) {
        return Envelope.of(Scrubbing.of(editor.current(key.project())));
    }

    @PutMapping(path = "/api/settings/scrubbing", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Scrubbing> put(ApiKey key, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        Replacement wanted = SettingsBody.checked(() -> read(body.only(FIELDS)));
        return Envelope.of(
                Scrubbing.of(
                        editor.change(
                                key.project(),
                                wanted.revision(),
                                settings -> settings.with(wanted.scrubbing()))));
    }

    private static Replacement read(JsonFields body) {
        return new Replacement(
                ScrubbingDocument.read(body.object("scrubbing")),
                body.number("revision", 0, Long.MAX_VALUE));
    }

    private record Replacement(ScrubbingDocument scrubbing, Optional<Long> revision) {}

    /// @param revision of all settings of the project
    record Scrubbing(long revision, JsonNode scrubbing) {

        static Scrubbing of(ProjectSettings settings) {
            return new Scrubbing(settings.revision(), settings.scrubbing().write());
        }
    }
}
