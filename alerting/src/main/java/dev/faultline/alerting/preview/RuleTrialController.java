package dev.faultline.alerting.preview;

import dev.faultline.access.ApiKey;
import dev.faultline.alerting.rules.AlertRules;
import dev.faultline.alerting.rules.ConditionProblem;
import dev.faultline.alerting.rules.RulePath;
import dev.faultline.project.JsonFields;
import dev.faultline.project.SettingsBody;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/alerts/rules/preview` and `GET /api/alerts/rules/{id}/evaluation`: what a rule would
/// have done, and why it does what it does. Nothing is changed.
@RestController
class RuleTrialController {

    private final AlertRules rules;
    private final RulePreview preview;
    private final RuleExplanation explanation;
    private final InstantSource clock;

    RuleTrialController(
            AlertRules rules,
            RulePreview preview,
            RuleExplanation explanation,
            InstantSource clock) {
        this.rules = rules;
        this.preview = preview;
        this.explanation = explanation;
        this.clock = clock;
    }

    @PostMapping(path = "/api/alerts/rules/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<PreviewAnswer> preview(ApiKey key, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        PreviewRequest asked =
                ConditionProblem.told(() ->
                        SettingsBody.checked(() -> PreviewRequest.read(body, clock.instant())));
        return Envelope.of(preview.preview(key.project(), asked));
    }

    @GetMapping("/api/alerts/rules/{id}/evaluation")
    Envelope<EvaluationAnswer> evaluation(
            ApiKey key,
            @PathVariable String id,
            @RequestParam(name = "key") Optional<String> subject) {
        return Envelope.of(
                explanation.explain(rules.rule(key.project(), RulePath.id(id)), subject));
    }
}
