package dev.faultline.alerting.notifications;

import dev.faultline.access.ApiKey;
import dev.faultline.alert.rule.AlertRule;
import dev.faultline.event.Uuids;
import dev.faultline.rulebook.RuleBook;
import dev.faultline.web.ApiException;
import dev.faultline.web.Envelope;
import dev.faultline.web.ProblemType;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/alerts/rules/{id}/test`: really tells whom a rule tells.
@RestController
class RuleTestController {

    private final RuleBook rules;
    private final RuleTests tests;

    RuleTestController(RuleBook rules, RuleTests tests) {
        this.rules = rules;
        this.tests = tests;
    }

    /// What became of a test.
    ///
    /// @param delivered whether all were told
    record Tested(UUID ruleId, boolean delivered, List<NotificationAnswer> notifications) {

        static Tested of(AlertRule rule, List<NotificationAnswer> notifications) {
            return new Tested(
                    rule.id(),
                    notifications.stream()
                            .allMatch(one -> one.state() == NotificationState.DELIVERED),
                    notifications);
        }
    }

    @PostMapping("/api/alerts/rules/{id}/test")
    Envelope<Tested> test(ApiKey key, @PathVariable String id) {
        UUID uuid =
                Uuids.parse(id)
                        .orElseThrow(() ->
                                new ApiException(
                                        ProblemType.INVALID_REQUEST, "Invalid UUID format"));
        AlertRule rule =
                rules.rule(key.project(), uuid)
                        .orElseThrow(() ->
                                new ApiException(
                                        ProblemType.NOT_FOUND, "There is no such alert rule"));
        return Envelope.of(Tested.of(rule, tests.run(rule)));
    }
}
