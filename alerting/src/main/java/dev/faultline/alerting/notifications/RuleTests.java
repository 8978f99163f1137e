package dev.faultline.alerting.notifications;

import dev.faultline.alert.rule.AlertRule;
import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Deliverer;
import dev.faultline.alerting.integrations.SendLimiter;
import dev.faultline.web.ApiException;
import dev.faultline.web.ProblemType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Tries out whom a rule tells: announces a test as an alert would be announced, and waits for what
/// becomes of it.
final class RuleTests {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final OutboxRepository outbox;
    private final NotificationRepository notifications;
    private final SendLimiter limiter;
    private final InstantSource clock;

    RuleTests(
            OutboxRepository outbox,
            NotificationRepository notifications,
            SendLimiter limiter,
            InstantSource clock) {
        this.outbox = outbox;
        this.notifications = notifications;
        this.limiter = limiter;
        this.clock = clock;
    }

    /// Announces, and waits as long as a delivery may take.
    ///
    /// @return one for each target; it can still be pending
    /// @throws ApiException `409` if the rule tells nobody, `429` if the project tests too often
    List<NotificationAnswer> run(AlertRule rule) {
        if (rule.notifications().isEmpty()) {
            throw new ApiException(
                    ProblemType.CONFLICT,
                    "The rule tells nobody: give it notifications, such as [\"email\"]");
        }
        limiter.admit(rule.project());
        UUID id = UUID.randomUUID();
        outbox.add(announcement(id, rule));
        return ended(() -> notifications.ofAnnouncement(rule.project(), id));
    }

    private static List<NotificationAnswer> ended(Supplier<List<NotificationAnswer>> look) {
        long deadline = System.nanoTime() + Deliverer.LIMIT.toNanos();
        while (true) {
            List<NotificationAnswer> now = look.get();
            if (now.stream().allMatch(one -> one.state().isFinal())
                    || System.nanoTime() >= deadline
                    || Thread.currentThread().isInterrupted()) {
                return now;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private Announcement announcement(UUID id, AlertRule rule) {
        SequencedMap<String, String> details = new LinkedHashMap<>();
        details.put("Rule", rule.name());
        details.put("Condition", rule.condition());
        details.put("Severity", rule.severity().text());
        return new Announcement(
                id,
                rule.project(),
                Types.TEST,
                rule.id(),
                null,
                rule.severity(),
                rule.notifications().stream()
                        .flatMap(name -> Channel.named(name).stream())
                        .toList(),
                clock.instant(),
                "Test of rule " + rule.name(),
                "Somebody asked Faultline to try out whom this rule tells. Nothing has happened.",
                details,
                Announcement.Fate.SEND);
    }
}
