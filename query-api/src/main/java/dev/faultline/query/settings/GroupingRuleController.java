package dev.faultline.query.settings;

import dev.faultline.audit.Actor;
import dev.faultline.grouping.rule.GroupingRule;
import dev.faultline.project.GroupingRulesJson;
import dev.faultline.project.ProjectSettings;
import dev.faultline.project.SettingsBody;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// `POST /api/settings/grouping/rules`, `PUT` and `DELETE /api/settings/grouping/rules/{id}`: the
/// rules one by one.
@RestController
class GroupingRuleController {

    private final SettingsEditor editor;
    private final RuleIds ids;

    GroupingRuleController(SettingsEditor editor, RuleIds ids) {
        this.editor = editor;
        this.ids = ids;
    }

    /// Adds a rule behind all others.
    @PostMapping(path = "/api/settings/grouping/rules", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Envelope<Written> add(Actor actor, HttpServletRequest request) {
        GroupingRule rule = read(request, ids.next());
        return Envelope.of(
                Written.of(
                        rule,
                        change(
                                actor,
                                "grouping_rule.create",
                                settings -> RuleList.of(settings).add(rule))));
    }

    /// Replaces a rule where it stands.
    @PutMapping(
            path = "/api/settings/grouping/rules/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Written> replace(Actor actor, @PathVariable String id, HttpServletRequest request) {
        GroupingRule rule = read(request, id);
        return Envelope.of(
                Written.of(
                        rule,
                        change(
                                actor,
                                "grouping_rule.replace",
                                settings -> RuleList.of(settings).replace(id, rule))));
    }

    @DeleteMapping("/api/settings/grouping/rules/{id}")
    ResponseEntity<Void> delete(Actor actor, @PathVariable String id) {
        change(actor, "grouping_rule.delete", settings -> RuleList.of(settings).remove(id));
        return ResponseEntity.noContent().build();
    }

    private ProjectSettings change(
            Actor actor, String action, UnaryOperator<ProjectSettings> change) {
        return editor.change(actor, action, Optional.empty(), change);
    }

    private static GroupingRule read(HttpServletRequest request, String id) {
        JsonNode body = SettingsBody.read(request);
        return SettingsBody.checked(() -> GroupingRulesJson.read(body, id));
    }

    /// @param revision of all settings of the project
    record Written(long revision, JsonNode rule) {

        static Written of(GroupingRule rule, ProjectSettings settings) {
            return new Written(settings.revision(), GroupingRulesJson.write(rule));
        }
    }
}
