package dev.faultline.query.settings;

import dev.faultline.access.ApiKey;
import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.project.GroupingRulesJson;
import dev.faultline.project.JsonFields;
import dev.faultline.project.SettingsBody;
import dev.faultline.web.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/settings/grouping/preview`: what rules would change, without changing anything.
@RestController
class GroupingPreviewController {

    private static final Set<String> FIELDS = Set.of("rules", "limit");
    private static final long DEFAULT_LIMIT = 1_000;
    private static final long MAX_LIMIT = 5_000;

    private final GroupingPreview preview;

    GroupingPreviewController(GroupingPreview preview) {
        this.preview = preview;
    }

    @PostMapping(
            path = "/api/settings/grouping/preview",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<PreviewReport> preview(ApiKey key, HttpServletRequest request) {
        JsonFields body = SettingsBody.readFields(request);
        Proposal proposal = SettingsBody.checked(() -> read(body.only(FIELDS)));
        return Envelope.of(preview.preview(key.project(), proposal.rules(), proposal.limit()));
    }

    /// A rule without an id gets its number among the rules, from 1.
    private static Proposal read(JsonFields body) {
        return new Proposal(
                GroupingRulesJson.read(body.list("rules"), index -> "rule-" + (index + 1)),
                body.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT).intValue());
    }

    private record Proposal(GroupingRules rules, int limit) {}
}
