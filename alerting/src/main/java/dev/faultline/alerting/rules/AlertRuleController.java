package dev.faultline.alerting.rules;

import dev.faultline.access.ApiKey;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.audit.Actor;
import dev.faultline.event.ProjectId;
import dev.faultline.project.JsonFields;
import dev.faultline.project.SettingsBody;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/alerts/rules`: see, make, replace and delete.
@RestController
class AlertRuleController {

    private static final String ALL = "/api/alerts/rules";
    private static final String ONE = ALL + "/{id}";

    private final AlertRules rules;
    private final LastTriggeredRepository lastTriggered;
    private final InstantSource clock;

    AlertRuleController(
            AlertRules rules, LastTriggeredRepository lastTriggered, InstantSource clock) {
        this.rules = rules;
        this.lastTriggered = lastTriggered;
        this.clock = clock;
    }

    /// All of them.
    record All(List<RuleAnswer> rules) {}

    @GetMapping(ALL)
    Envelope<All> list(ApiKey key) {
        Map<UUID, Instant> triggered = lastTriggered.of(key.project());
        return Envelope.of(
                new All(
                        rules.of(key.project()).stream()
                                .map(rule -> RuleAnswer.of(rule, triggered.get(rule.id())))
                                .toList()));
    }

    @GetMapping(ONE)
    Envelope<RuleAnswer> get(ApiKey key, @PathVariable String id) {
        return answer(key.project(), rules.rule(key.project(), RulePath.id(id)));
    }

    @PostMapping(path = ALL, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Envelope<RuleAnswer> create(Actor actor, HttpServletRequest request) {
        return Envelope.of(RuleAnswer.of(rules.create(actor, read(request)), null));
    }

    @PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<RuleAnswer> replace(Actor actor, @PathVariable String id, HttpServletRequest request) {
        UUID rule = RulePath.id(id);
        return answer(actor.project(), rules.replace(actor, rule, read(request)));
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable String id) {
        rules.delete(actor, RulePath.id(id));
    }

    private Envelope<RuleAnswer> answer(ProjectId project, AlertRule rule) {
        return Envelope.of(RuleAnswer.of(rule, lastTriggered.of(project).get(rule.id())));
    }

    private RuleRequest read(HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        return ConditionProblem.told(
                () -> SettingsBody.checked(() -> RuleRequest.read(body, clock.instant())));
    }
}
