package dev.faultline.alerting.integrations;

import dev.faultline.alerting.delivery.Channel;
import dev.faultline.project.JsonFields;
import java.util.List;
import java.util.Set;

/// To whom a test shall go instead of the recipients of the config: `{"to": ...}`.
final class TestRecipients {

    private static final int MAX = 5;

    private TestRecipients() {}

    /// @return empty if the body names nobody
    /// @throws IllegalArgumentException a sentence that says what is wrong
    static List<String> read(Channel channel, JsonFields body) {
        body.only(Set.of("to"));
        return Texts.recipients(
                body, MAX, channel == Channel.SMS ? Texts::checkPhone : Texts::checkEmail);
    }
}
