package dev.faultline.query.settings;

import dev.faultline.grouping.rule.GroupingRule;
import dev.faultline.grouping.rule.GroupingRules;
import dev.faultline.project.ProjectSettings;
import dev.faultline.project.SettingsBody;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.util.ArrayList;
import java.util.List;

/// The rules of settings, and what can be done with one of them.
record RuleList(ProjectSettings settings, List<GroupingRule> rules) {

    static RuleList of(ProjectSettings settings) {
        return new RuleList(settings, new ArrayList<>(settings.grouping().rules()));
    }

    /// @throws ApiException `409` if there is a rule of this id, `400` if there are too many
    ProjectSettings add(GroupingRule rule) {
        if (index(rule.id()) >= 0) {
            throw new ApiException(
                    ProblemType.CONFLICT, "There is a rule %s already".formatted(rule.id()));
        }
        rules.add(rule);
        return changed();
    }

    /// @throws ApiException `404` if there is no such rule, `400` if the new one has another id
    ProjectSettings replace(String id, GroupingRule rule) {
        if (!rule.id().equals(id)) {
            throw new ApiException(
                    ProblemType.INVALID_REQUEST, "id must be %s, as in the path".formatted(id));
        }
        rules.set(existing(id), rule);
        return changed();
    }

    /// @throws ApiException `404` if there is no such rule
    ProjectSettings remove(String id) {
        rules.remove(existing(id));
        return changed();
    }

    private ProjectSettings changed() {
        return settings.with(SettingsBody.checked(() -> new GroupingRules(rules)));
    }

    private int existing(String id) {
        int index = index(id);
        if (index < 0) {
            throw new ApiException(ProblemType.NOT_FOUND, "Rule not found");
        }
        return index;
    }

    private int index(String id) {
        return rules.stream().map(GroupingRule::id).toList().indexOf(id);
    }
}
