package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.alerting.delivery.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a test ended.
///
/// @param outcome `delivered`; `retry`: it may work later; `rejected`; `gone`: the other side wants
///   nothing any more
/// @param remoteStatus HTTP status or SMTP code of the other side; null if it did not answer
/// @param error why it was not delivered; null if it was
record TestAnswer(
        Channel name,
        boolean delivered,
        String outcome,
        @Nullable Integer remoteStatus,
        @Nullable String error,
        Instant lastTest) {

    static TestAnswer of(Channel channel, Delivery delivery, Instant at) {
        return new TestAnswer(
                channel,
                delivery instanceof Delivery.Delivered,
                delivery.outcome(),
                delivery.remoteStatus(),
                delivery.failure(),
                at);
    }
}
