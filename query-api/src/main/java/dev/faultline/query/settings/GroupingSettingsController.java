package dev.faultline.query.settings;

import dev.faultline.access.ApiKey;
import dev.faultline.audit.Actor;
import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.project.GroupingRulesJson;
import dev.faultline.project.JsonFields;
import dev.faultline.project.ProjectSettings;
import dev.faultline.project.SettingsBody;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// `GET` and `PUT /api/settings/grouping`: a project's rules as a whole.
@RestController
class GroupingSettingsController {

    private static final Set<String> FIELDS = Set.of("rules", "revision");

    private final SettingsEditor editor;
    private final RuleIds ids;

    GroupingSettingsController(SettingsEditor editor, RuleIds ids) {
        this.editor = editor;
        this.ids = ids;
    }

    @GetMapping("/api/settings/grouping")
    Envelope<Grouping> get(ApiKey key) {
        return Envelope.of(Grouping.of(editor.current(key.project())));
    }

    @PutMapping(path = "/api/settings/grouping", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Grouping> put(Actor actor, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        Replacement wanted = SettingsBody.checked(() -> read(body.only(FIELDS)));
        return Envelope.of(
                Grouping.of(
                        editor.change(
                                actor,
                                "grouping.replace",
                                wanted.revision(),
                                settings -> settings.with(wanted.rules()))));
    }

    private Replacement read(JsonFields body) {
        return new Replacement(
                GroupingRulesJson.read(body.list("rules"), _ -> ids.next()),
                body.number("revision", 0, Long.MAX_VALUE));
    }

    private record Replacement(GroupingRules rules, Optional<Long> revision) {}

    /// @param revision of all settings of the project
    record Grouping(long revision, JsonNode rules) {

        static Grouping of(ProjectSettings settings) {
            return new Grouping(settings.revision(), GroupingRulesJson.write(settings.grouping()));
        }
    }
}
