package dev.faultline.alerting.notifications;

import dev.faultline.access.ApiKey;
import dev.faultline.audit.Actor;
import dev.faultline.audit.AuditTrail;
import dev.faultline.event.ProjectId;
import dev.faultline.event.Uuids;
import dev.faultline.web.ApiException;
import dev.faultline.web.Envelope;
import dev.faultline.web.ProblemType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/alerts/notifications`: what was announced and what became of it.
@RestController
class NotificationController {

    private final NotificationRepository notifications;
    private final AuditTrail audit;

    NotificationController(NotificationRepository notifications, AuditTrail audit) {
        this.notifications = notifications;
        this.audit = audit;
    }

    /// One page.
    ///
    /// @param total of all pages
    /// @param page from 1
    record Page(List<NotificationAnswer> notifications, long total, long page, int limit) {}

    @GetMapping("/api/alerts/notifications")
    Envelope<Page> list(
            ApiKey key,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String offset,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(name = "rule_id", required = false) @Nullable String rule,
            @RequestParam(name = "incident_id", required = false) @Nullable String incident,
            @RequestParam(name = "digest_id", required = false) @Nullable String digest) {
        NotificationQuery query =
                NotificationQuery.parse(
                        new NotificationQuery.Sent(
                                limit, offset, state, channel, rule, incident, digest));
        var listed = notifications.page(key.project(), query);
        return Envelope.of(
                new Page(listed.notifications(), listed.total(), query.page(), query.limit()));
    }

    @GetMapping("/api/alerts/notifications/{id}")
    Envelope<NotificationDetail> get(ApiKey key, @PathVariable String id) {
        return Envelope.of(find(key.project(), id(id)));
    }

    @PostMapping("/api/alerts/notifications/{id}/replay")
    Envelope<NotificationDetail> replay(Actor actor, @PathVariable String id) {
        UUID uuid = id(id);
        NotificationAnswer before = find(actor.project(), uuid).notification();
        if (!notifications.replay(actor.project(), uuid)) {
            throw notReplayable(before);
        }
        NotificationDetail after = find(actor.project(), uuid);
        audit.changed(actor, "notification.replay", id, before, after.notification());
        return Envelope.of(after);
    }

    private NotificationDetail find(ProjectId project, UUID id) {
        return notifications
                .find(project, id)
                .orElseThrow(() ->
                        new ApiException(ProblemType.NOT_FOUND, "There is no such notification"));
    }

    private static ApiException notReplayable(NotificationAnswer notification) {
        return new ApiException(
                ProblemType.CONFLICT,
                notification.state().isReplayable()
                        ? "The notification was tried %d times: that is all that is kept"
                                .formatted(notification.attemptCount())
                        : "The notification is %s: one that is delivered, digested or dead can be replayed"
                                .formatted(notification.state().text()));
    }

    private static UUID id(String text) {
        return Uuids.parse(text)
                .orElseThrow(
                        () -> new ApiException(ProblemType.INVALID_REQUEST, "Invalid UUID format"));
    }
}
