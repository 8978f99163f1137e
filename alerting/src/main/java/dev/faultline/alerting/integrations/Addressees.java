package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whom a channel reaches, as far as its config shows: secrets are not needed. Pure.
public sealed interface Addressees {

    /// @param reason why
    record Nobody(String reason) implements Addressees {}

    /// One after the other.
    ///
    /// @param names of the channel itself, or phone numbers: each message to a number has its own
    ///   outcome
    record Some(List<String> names) implements Addressees {

        public Some {
            names = List.copyOf(names);
        }
    }

    /// @param config of the integration as it is shown; null if it is not configured
    static Addressees of(Channel channel, @Nullable ObjectNode config) {
        if (config == null) {
            return new Nobody(channel.text() + " is not configured");
        }
        return switch (channel) {
            case EMAIL, SLACK, WEBHOOK -> new Some(List.of(channel.text()));
            case SMS -> {
                List<String> to = recipients(config);
                yield to.isEmpty()
                        ? new Nobody("sms has no recipients in its config")
                        : new Some(to);
            }
        };
    }

    private static List<String> recipients(ObjectNode config) {
        return config.path("to").values().stream().map(JsonNode::stringValue).distinct().toList();
    }
}
