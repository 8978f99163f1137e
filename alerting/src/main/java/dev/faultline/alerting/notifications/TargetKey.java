package dev.faultline.alerting.notifications;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.event.ProjectId;

/// What has a budget and a circuit breaker of its own.
///
/// @param name the channel's, or a phone number: it stays while the integration's config changes
record TargetKey(ProjectId project, Channel channel, String name) {

    @Override
    public String toString() {
        return "%s|%s".formatted(project, channel.text());
    }
}
